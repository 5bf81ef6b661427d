import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipFiles } from '../../utils/formats/archive';

describe('zipFiles', () => {
  it('packs text and bytes under their names, whatever the script', () => {
    const files = [
      { name: '新闻.md', bytes: '内容' },
      { name: 'constructor', bytes: new Uint8Array([1, 2, 0]) },
      { name: '10.md', bytes: '' },
    ];

    const unpacked = unzipSync(zipFiles(files));

    expect(Object.entries(unpacked).map(([name, bytes]) => [name, [...bytes]])).toEqual(
      expect.arrayContaining([
        ['新闻.md', [...new TextEncoder().encode('内容')]],
        ['constructor', [1, 2, 0]],
        ['10.md', []],
      ]),
    );
  });

  it('makes the same archive of the same files at any time', () => {
    const files = [{ name: 'a.md', bytes: 'a' }];

    expect(zipFiles(files)).toEqual(zipFiles(files));
  });

  it.each(['../a', 'a/b', '/a', 'C:\\a', '..', '.', '', '__proto__', 'a\0'])('refuses the name %j', (name) => {
    expect(() => zipFiles([{ name, bytes: '' }])).toThrow(RangeError);
  });

  it('refuses a name given twice', () => {
    expect(() =>
      zipFiles([
        { name: 'a', bytes: '' },
        { name: 'a', bytes: '' },
      ]),
    ).toThrow(RangeError);
  });
});
