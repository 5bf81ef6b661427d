/** The Offprint mark (the drawing of `public/icon/offprint.svg`), for headers; hidden from screen readers. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 16 16">
      <path
        fill="#cf5826"
        d="M3.5 1h9A1.5 1.5 0 0 1 14 2.5V11l-4 4H3.5A1.5 1.5 0 0 1 2 13.5v-11A1.5 1.5 0 0 1 3.5 1z"
      />
      <path fill="#fbd3b8" d="M14 11l-4 4v-3a1 1 0 0 1 1-1z" />
      <circle cx="6" cy="5" r="1.5" fill="none" stroke="#fffaf3" stroke-width="1.2" />
      <path fill="#fffaf3" d="M9 3h3v1H9zM9 5.5h3v1H9zM4 8h8v1H4zM4 10.5h4v1H4z" />
    </svg>
  );
}
