import type { ComponentChildren } from 'preact';

/** A page whose clutter is left behind by the click. */
export function SaveDrawing() {
  return (
    <Frame>
      <rect x="14" y="10" width="132" height="76" rx="6" fill="var(--paper-raised)" stroke="var(--line-strong)" />
      <path d="M14 24h132" stroke="var(--line)" />
      <path d="M22 34h18v44H22zM120 34h18v20h-18zM120 60h18v18h-18z" fill="var(--line)" />
      <path d="M48 34h64v8H48z" fill="var(--ink)" />
      <path d="M48 48h64v3H48zM48 55h64v3H48zM48 62h44v3H48z" fill="var(--ink-soft)" />
      <rect x="128" y="13" width="10" height="8" rx="2" fill="#cf5826" />
      <path d="m134 19 5.5 13 2-5 5-2z" fill="var(--ink)" stroke="var(--paper)" stroke-width="1.5" />
    </Frame>
  );
}

/** The article in the side panel, beside the page. */
export function ReadDrawing() {
  return (
    <Frame>
      <rect x="14" y="10" width="132" height="76" rx="6" fill="var(--paper-raised)" stroke="var(--line-strong)" />
      <path d="M14 24h132" stroke="var(--line)" />
      <path d="M22 34h54v12H22zM22 52h24v26H22zM52 52h24v26H52z" fill="var(--line)" />
      <path d="M84 24h62v56a6 6 0 0 1-6 6H84z" fill="var(--accent-wash)" />
      <path d="M92 33h40v6H92z" fill="var(--accent)" />
      <path d="M92 46h46v3H92zM92 53h46v3H92zM92 60h46v3H92zM92 67h46v3H92zM92 74h28v3H92z" fill="var(--ink-soft)" />
    </Frame>
  );
}

/** A stack of kept sheets, and no network. */
export function OfflineDrawing() {
  return (
    <Frame>
      <g fill="var(--paper-raised)" stroke="var(--line-strong)">
        <path d="m40 30 50-12 14 58-50 12z" />
        <path d="m52 22 52-3 3.5 60-52 3z" />
      </g>
      <path d="M62 16h48v50l-14 14H62z" fill="#cf5826" />
      <path d="m110 66-14 14V66z" fill="#fbd3b8" />
      <circle cx="76" cy="30" r="5" fill="none" stroke="#fffaf3" stroke-width="4" />
      <path d="M87 24h15v4H87zM87 32h15v4H87zM70 44h32v4H70zM70 54h18v4H70z" fill="#fffaf3" />
      <g fill="none" stroke="var(--ink-soft)" stroke-width="2.5" stroke-linecap="round">
        <path d="M122 26a16 16 0 0 1 22 0M127 32a9 9 0 0 1 12 0" />
        <path d="M133 38h.01" stroke-width="4" />
        <path d="m122 42 22-24" stroke="var(--accent)" />
      </g>
    </Frame>
  );
}

function Frame({ children }: { children: ComponentChildren }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 160 96" width="160" height="96">
      {children}
    </svg>
  );
}
