/** A box in CSS px of the viewport. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room kept between the floating box and what it stands by, and to the edge of the window, in CSS px. */
const GAP = 4;
const MARGIN = 8;

/**
 * Where a floating box of `size` goes: under `anchor`, above it when there is more room there, its `align` edge on the anchor's
 * same edge, and always inside the window. `align` is logical: `rtl` swaps the sides. All in CSS px of the viewport.
 */
export function placeBeside(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
  { align, rtl }: { readonly align: 'start' | 'end'; readonly rtl: boolean },
): { left: number; top: number; maxHeight: number } {
  const below = window.height - (anchor.top + anchor.height) - GAP - MARGIN;
  const above = anchor.top - GAP - MARGIN;
  const goesBelow = size.height <= below || below >= above;
  const maxHeight = Math.max(0, goesBelow ? below : above);
  const height = Math.min(size.height, maxHeight);
  const onLeftEdge = (align === 'start') !== rtl;
  const wanted = onLeftEdge ? anchor.left : anchor.left + anchor.width - size.width;
  return {
    left: Math.max(MARGIN, Math.min(wanted, window.width - size.width - MARGIN)),
    top: goesBelow ? anchor.top + anchor.height + GAP : anchor.top - GAP - height,
    maxHeight,
  };
}
