import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../utils/formats/file-name';

describe('exportFileName', () => {
  it.each([
    [
      '第5家！悟空互助宣布关停并送健康险，保险替代互助成出路？',
      '第5家！悟空互助宣布关停并送健康险，保险替代互助成出路？.md',
    ],
    ['What is AC/DC: "a?" <b> | *c*\\d', 'What is AC DC a b c d.md'],
    ['../../etc/passwd', 'etc passwd.md'],
    ['C:\\Windows\\x', 'C Windows x.md'],
    ['/abs', 'abs.md'],
    ['.hidden', 'hidden.md'],
    ['~/x', 'x.md'],
    ['ends in dots. . .', 'ends in dots.md'],
    ['con', '_con.md'],
    ['LPT1.txt', '_LPT1.txt.md'],
    ['console', 'console.md'],
    ['a\0b\u202Egnp\nc', 'a b gnp c.md'],
    ['half \uD83D a pair', 'half a pair.md'],
    ['e\u0301', 'é.md'],
    ['می\u200Cروم', 'می\u200Cروم.md'],
    ['', 'untitled.md'],
    ['...', 'untitled.md'],
    ['???', 'untitled.md'],
  ])('names %j %j', (title, name) => {
    expect(exportFileName(title)).toBe(name);
  });

  it('numbers names that are equal to a file system that ignores case', () => {
    const taken = new Set<string>();

    const names = ['News', 'news', 'NEWS', 'ＮＥＷＳ', 'Old'].map((title) => exportFileName(title, '.md', taken));

    expect(names).toEqual(['News.md', 'news (2).md', 'NEWS (3).md', 'ＮＥＷＳ (4).md', 'Old.md']);
  });

  it.each(['新'.repeat(300), '👩‍👩‍👧'.repeat(300), 'a'.repeat(300), `${'a'.repeat(178)}. b`])(
    'shortens %j between characters and within what file systems allow',
    (title) => {
      const taken = new Set<string>();

      const names = [exportFileName(title, '.md', taken), exportFileName(title, '.md', taken)];

      expect(new Set(names).size).toBe(2);
      for (const name of names) {
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(190);
        expect(name).not.toMatch(/\p{Cs}/u);
        expect(name).not.toMatch(/[.\s\u200D](?: \(2\))?\.md$/);
      }
    },
  );
});
