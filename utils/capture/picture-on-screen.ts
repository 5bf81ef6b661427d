import { browser } from 'wxt/browser';

/** Where a picture stands in the tab's viewport, in CSS pixels, and how many device pixels make one. */
interface PlaceOnScreen {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Width of the preview in device pixels: twice the popup's thumbnail. */
const PREVIEW_WIDTH = 320;

/**
 * A preview of a picture of the tab without a request to anyone: it is cut out of what the tab shows right now. Null when
 * most of the picture is out of view, or the browser refuses. Resolves to a `blob:` address of the calling page.
 */
export async function pictureOnScreen(
  tab: { readonly id: number; readonly windowId: number },
  url: string,
): Promise<string | null> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab.id },
      args: [url],
      func: findPicture,
    });
    if (!frame?.result) return null;
    const screenshot = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'jpeg', quality: 80 });
    return await cutOut(screenshot, frame.result);
  } catch {
    return null;
  }
}

/** Runs in the page: must not refer to anything outside itself. */
function findPicture(url: string): PlaceOnScreen | null {
  for (const image of document.images) {
    if (image.currentSrc !== url && image.src !== url) continue;
    const box = image.getBoundingClientRect();
    const x = Math.max(0, box.left);
    const y = Math.max(0, box.top);
    const width = Math.min(innerWidth, box.right) - x;
    const height = Math.min(innerHeight, box.bottom) - y;
    const enough = width >= 80 && height >= 60 && width * height >= 0.25 * box.width * box.height;
    if (image.complete && enough) return { x, y, width, height, scale: devicePixelRatio };
  }
  return null;
}

async function cutOut(screenshot: string, place: PlaceOnScreen): Promise<string> {
  const { x, y, width, height } = place;
  const whole = await (await fetch(screenshot)).blob();
  const scaled = [x, y, width, height].map((length) => Math.round(length * place.scale)) as [
    number,
    number,
    number,
    number,
  ];
  const bitmap = await createImageBitmap(whole, ...scaled, { resizeWidth: PREVIEW_WIDTH, resizeQuality: 'medium' });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 }));
}
