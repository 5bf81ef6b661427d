import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../utils/formats/front-matter/decode';

/** 中文，测试：我们在这里。 in GB18030, made with iconv. */
const CHINESE_GB18030 = 'd6d0cec4a3acb2e2cad4a3baced2c3c7d4dad5e2c0efa1a3';
/** 中文，測試：我們在這裡。 in Big5. */
const CHINESE_BIG5 = 'a4a4a4e5a141b4fab8d5a147a7daadcca662b36fb8cca143';
/** これは日本語の文章です。 in Shift_JIS. */
const JAPANESE_SHIFT_JIS = '82b182ea82cd93fa967b8cea82cc95b68fcd82c582b78142';

const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

describe('decodeText', () => {
  it.each([
    ['plain UTF-8', 'e4b8ad61', 'utf-8', '中a'],
    ['UTF-8 with a byte order mark, which it drops', 'efbbbfe4b8ad', 'utf-8', '中'],
    ['little-endian UTF-16', 'fffe2d4e6100', 'utf-16le', '中a'],
    ['big-endian UTF-16', 'feff4e2d0061', 'utf-16be', '中a'],
    ['an empty file', '', 'utf-8', ''],
    ['GB18030', CHINESE_GB18030, 'gb18030', '中文，测试：我们在这里。'],
    ['a GB18030 character of four bytes', `${CHINESE_GB18030}9439fc36`, 'gb18030', '中文，测试：我们在这里。😀'],
    ['Big5', CHINESE_BIG5, 'big5', '中文，測試：我們在這裡。'],
    ['Shift_JIS', JAPANESE_SHIFT_JIS, 'shift_jis', 'これは日本語の文章です。'],
  ])('reads %s', (_, hex, encoding, text) => {
    const decoded = decodeText(fromHex(hex));

    expect(decoded).toEqual({ ok: true, value: { text, encoding } });
  });

  it.each([
    ['bytes no encoding has', 'd6d0ff80ff'],
    ['a picture', '89504e470d0a1a0a0000000d49484452'],
    ['UTF-16 cut in the middle of a character', 'fffe2d4e61'],
    ['UTF-8 that says it is UTF-8 and is not', 'efbbbfd6d0'],
  ])('refuses %s', (_, hex) => {
    const decoded = decodeText(fromHex(hex));

    expect(decoded).toEqual({ ok: false, error: 'not-text' });
  });
});
