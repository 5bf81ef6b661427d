import { fail, ok, type Result } from '../../model/result';

/** The bytes of a file as text. */
export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  /** The WHATWG name of the encoding it was read in, e.g. `gb18030`. */
  readonly encoding: string;
}

const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, ...bytes: number[]])[] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

/**
 * Encodings of older East Asian files, the likelier first, each with the characters that ordinary text of it is full of:
 * the commonest Han characters of its script, kana, and full-width punctuation. Bytes read in the wrong one of them give
 * rare characters instead.
 */
const LEGACY: readonly (readonly [encoding: string, ordinary: RegExp])[] = [
  [
    'gb18030',
    /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里，。、：；“”《》]/g,
  ],
  [
    'big5',
    /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡，。、：；「」《》]/g,
  ],
  ['shift_jis', /[ぁ-んァ-ヶー、。「」]/g],
];

/** Characters looked at when several encodings fit. */
const SAMPLE_LENGTH = 65_536;

/**
 * Reads a file's bytes as text: by its byte order mark, as UTF-8, or in the older East Asian encoding (GB18030, Big5,
 * Shift_JIS) that fits without a single wrong byte and gives the most ordinary characters. Western single-byte encodings
 * fit any bytes, so they are not guessed. `not-text` when nothing fits or a NUL says that it is binary.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, 'not-text'> {
  const decoded = decodeMarked(bytes) ?? decodeAs(bytes, 'utf-8') ?? decodeLegacy(bytes);
  return decoded && !decoded.text.includes('\0') ? ok(decoded) : fail('not-text');
}

function decodeMarked(bytes: Uint8Array): DecodedText | null {
  const marked = BYTE_ORDER_MARKS.find(([, ...mark]) => mark.every((byte, at) => bytes[at] === byte));
  return marked ? decodeAs(bytes, marked[0]) : null;
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

function decodeLegacy(bytes: Uint8Array): DecodedText | null {
  let best: DecodedText | null = null;
  let bestShare = -1;
  for (const [encoding, ordinary] of LEGACY) {
    const decoded = decodeAs(bytes, encoding);
    if (!decoded) continue;
    const share = shareOf(ordinary, decoded.text);
    if (share > bestShare) [best, bestShare] = [decoded, share];
  }
  return best;
}

/** How much of the text beyond ASCII the pattern matches, 0 to 1. */
function shareOf(ordinary: RegExp, text: string): number {
  const foreign = text.slice(0, SAMPLE_LENGTH).replace(/[\0-\x7f]+/g, '');
  return (foreign.match(ordinary)?.length ?? 0) / Math.max(1, foreign.length);
}
