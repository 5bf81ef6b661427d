import { expect, test } from 'vitest';
import { type Source, sources, withoutComments } from './sources';

/** Ways to turn text into HTML. Reading `innerHTML` is none. */
const MAKES_HTML =
  /\.(?:inner|outer)HTML\s*[+|&?]*=(?!=)|\b(?:parseFromString|insertAdjacentHTML|createContextualFragment|setHTML|setHTMLUnsafe|dangerouslySetInnerHTML)\b|\bdocument\.write(?:ln)?\b/;

const ANY = /(?:[:<,|&(]|\bas|=>)\s*any\b(?!['"\w-])|\bany\[\]/;

function linesOf({ path, text }: Source, pattern: RegExp): string[] {
  return withoutComments(text)
    .split('\n')
    .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : []));
}

/** Exports with no docstring right above. Re-exports and what a file calls `default` for WXT are not looked at. */
function undocumented({ path, text }: Source): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i) => {
    const name = /^export (?:async |abstract )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/.exec(
      line,
    )?.[1];
    if (!name) return [];
    const above = lines.slice(0, i).findLast((candidate) => !/^\s*\/\/ biome-ignore/.test(candidate)) ?? '';
    const isOverload = new RegExp(`^export (?:async )?function ${name}\\b`).test(above);
    return above.trim().endsWith('*/') || isOverload ? [] : [`${path}:${i + 1} ${name}`];
  });
}

test('only the sanitiser turns text into HTML', () => {
  const others = sources().filter(({ path }) => !/^utils\/sanitize(?:\.ts|\/)/.test(path));

  expect(others.flatMap((source) => linesOf(source, MAKES_HTML))).toEqual([]);
});

test('nothing is typed any, and no type error is silenced', () => {
  expect(sources().flatMap((source) => linesOf(source, ANY))).toEqual([]);
  expect(
    sources()
      .filter(({ text }) => /@ts-(?:ignore|nocheck)/.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('everything utils exports says what it promises', () => {
  const utils = sources().filter(({ path }) => path.startsWith('utils/'));

  expect(utils.flatMap(undocumented)).toEqual([]);
});

test('the rules see what they forbid', () => {
  const source = (text: string): Source => ({ path: 'x.ts', text });
  const html = ['a.innerHTML = b', 'a.innerHTML += b', 'p.parseFromString(x)', '<p dangerouslySetInnerHTML={x} />'];
  const harmless = ['a === b.innerHTML', 'if (a.innerHTML == b) c', '// a.innerHTML = b'];
  const any = ['const a: any = 1', 'f(a as any)', 'Promise<any>', 'let a: string | any', 'a: any[]'];
  const noAny = ["t('any', 1)", 'of any kind()', '/* : any */'];

  expect(html.filter((text) => linesOf(source(text), MAKES_HTML).length === 0)).toEqual([]);
  expect(harmless.filter((text) => linesOf(source(text), MAKES_HTML).length > 0)).toEqual([]);
  expect(any.filter((text) => linesOf(source(text), ANY).length === 0)).toEqual([]);
  expect(noAny.filter((text) => linesOf(source(text), ANY).length > 0)).toEqual([]);
  expect(undocumented(source('export const a = 1;\n/** Says. */\nexport const b = 2;'))).toEqual(['x.ts:1 a']);
});

test('texts and pictures leave the library in one place, which asks whether a restore point needs them', () => {
  const removes =
    /\bobjectStore\('(?:contents|blobs)'\)\s*\.(?:delete|clear)\(|\b(?:contents|blobs)\.(?:delete|clear)\(/;
  const others = sources().filter(({ path }) => path.startsWith('utils/') && path !== 'utils/library/release.ts');

  expect(others.flatMap((source) => linesOf(source, removes))).toEqual([]);
  expect(linesOf({ path: 'x.ts', text: "tx.objectStore('contents').delete(id)" }, removes)).toHaveLength(1);
});
