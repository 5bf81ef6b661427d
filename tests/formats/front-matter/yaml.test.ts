import { describe, expect, it } from 'vitest';
import { MAX_ALIASES, MAX_NESTING, MAX_VALUES, readYaml, writeYaml } from '../../../utils/formats/front-matter/yaml';
import type { FrontMatter } from '../../../utils/model/article';

const ODD_STRINGS = [
  ...['', ' ', ' before', 'after ', 'yes', 'No', 'on', 'n', 'null', '~', 'true', '1.0', '007', '1_000', '0x1f', '1e3'],
  ...[
    '.inf',
    '-0',
    '12:30:45',
    '2021-03-31',
    '2021-03-31 11:25:15',
    '2021-03-31T03:25:15Z',
    '---',
    '...',
    '--- a',
    '<<',
  ],
  ...[
    'a: b',
    'a:',
    ': a',
    '#a',
    'a #b',
    '- a',
    '? a',
    '| a',
    '> a',
    '%a',
    '@a',
    '`a',
    '!a',
    '&a',
    '*a',
    '[a',
    '{a',
    'a]',
  ],
  ...[
    `it's`,
    'say "hi"',
    `'`,
    '"',
    '\\',
    '\\n',
    'a\nb',
    'a\n---\nb',
    '---\na',
    'a\n',
    '\n',
    '\n\na\n\n',
    '  a\n b',
    'a\r\nb',
  ],
  ...[
    'a\tb',
    '\ta',
    'a\n\tb',
    'a\n \n b',
    '\0',
    '\u0007',
    '\u0085',
    '\u2028',
    '\uFEFF',
    '\uD800',
    'é',
    'e\u0301',
    '😀',
    '👩‍👩‍👧',
  ],
  ...[
    '第5家！悟空互助？',
    '「引号」：是',
    'العربية',
    '\u202Eabc',
    '__proto__',
    'constructor',
    'x'.repeat(5000),
    '长'.repeat(500),
  ],
];

const read = (block: string) => {
  const result = readYaml(block, 1);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('readYaml', () => {
  it('keeps keys in their order, dates as text and numbers only where nothing is lost', () => {
    const frontMatter = read(
      'b: 2021-03-31 11:25:15\n10: x\na: yes\n2: y\nid: 12345678901234567890\nv: 1.0\nn: 7\nf: -0.5\nt: true\ne:\nl: [1, b]',
    );

    expect(frontMatter).toEqual([
      ['b', '2021-03-31 11:25:15'],
      ['10', 'x'],
      ['a', 'yes'],
      ['2', 'y'],
      ['id', '12345678901234567890'],
      ['v', '1.0'],
      ['n', 7],
      ['f', -0.5],
      ['t', true],
      ['e', null],
      ['l', [1, 'b']],
    ]);
  });

  it('takes tabs for indentation as Hexo does', () => {
    const frontMatter = read('tags:\n\t- a\n\t- b\n');

    expect(frontMatter).toEqual([['tags', ['a', 'b']]]);
  });

  it.each(['', '\n', '# only a comment\n'])('reads %j as no keys at all', (block) => {
    expect(read(block)).toEqual([]);
  });

  it('reads keys that mean something to JavaScript as ordinary keys', () => {
    const frontMatter = read(
      '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\na: {__proto__: {polluted: 1}}',
    );

    expect(frontMatter.map(([key]) => key)).toEqual(['__proto__', 'constructor', 'a']);
    expect(Object.keys(frontMatter[2]?.[1] as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(frontMatter[2]?.[1])).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(read(writeYaml(frontMatter))).toEqual(frontMatter);
  });

  const laughs = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map(bomb)];
  function bomb(name: string, at: number): string {
    return `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(', ')}]`;
  }

  it.each([
    ['an alias bomb', laughs.join('\n'), 'too-many-values', 1],
    ['an alias of itself', 'a: &a [*a]', 'too-deep', 1],
    ['a key that is an alias of its map', 'a: &a {? *a : b}', 'bad-yaml', 1],
    [
      'many aliases',
      `a: &a b\n${Array.from({ length: MAX_ALIASES + 1 }, (_, at) => `k${at}: *a`).join('\n')}`,
      'too-many-values',
      MAX_ALIASES + 2,
    ],
    [
      'aliases of one long text',
      `a: &a ${'x'.repeat(200_000)}\nb: [${Array(90).fill('*a').join(', ')}]`,
      'too-many-values',
      1,
    ],
    ['a list of more values than are read', `a:\n${' - x\n'.repeat(MAX_VALUES)}`, 'too-many-values', 1],
    ['brackets nested 100,000 deep', `ok: 1\na: ${'['.repeat(100_000)}`, 'too-deep', 2],
    [
      'maps nested deep by indentation',
      Array.from({ length: 500 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      'too-deep',
      MAX_NESTING,
    ],
    ['a quote that does not end', 'ok: 1\ntitle: "x\nauthor: y', 'bad-yaml', 3],
    ['a colon in bare text', 'ok: 1\ntitle: a: b', 'bad-yaml', 2],
    ['a bracket that does not close', 'ok: 1\nb: [1, 2', 'bad-yaml', 2],
    ['a key given twice', 'a: 1\nb: 2\na: 3', 'duplicate-key', 3],
    ['a key given twice as number and text', "1: a\n'1': b", 'duplicate-key', 1],
    ['a list', '- a\n- b', 'not-a-mapping', 1],
    ['bare text', 'only words', 'not-a-mapping', 1],
    ['a tag that would make code', 'ok: 1\na: !!js/function "x"', 'bad-yaml', 2],
    ['two documents', 'a: 1\n...\nb: 2', 'bad-yaml', 1],
    ['a key that is a list', '? [a]\n: b', 'bad-yaml', 1],
  ])('refuses %s and names the line', (_, block, reason, line) => {
    const result = readYaml(block, 1);

    expect(result).toEqual({ ok: false, error: expect.objectContaining({ reason, line }) });
  });

  it('counts lines from the one the block starts on', () => {
    const result = readYaml('a: 1\nb: [', 10);

    expect(result).toEqual({ ok: false, error: expect.objectContaining({ line: 11 }) });
  });
});

describe('writeYaml', () => {
  it.each(ODD_STRINGS.map((text) => [text]))(
    'writes %j so that it is read back the same, wherever it stands',
    (text) => {
      const frontMatter: FrontMatter = [
        ['title', text],
        ['plain', text],
        ['list', [text, text]],
        ['nested', { map: { [`${text}k`]: [text] }, list: [[text], { a: text }] }],
        [`${text}key`, text],
      ];

      const written = writeYaml(frontMatter);

      expect(read(written)).toEqual(frontMatter);
      expect(writeYaml(read(written))).toBe(written);
      expect(written).not.toMatch(/^(?:-{3,}|;{3,})[ \t]*$/m);
    },
  );

  it('writes numbers, booleans, nothing and empty lists so that they are read back the same', () => {
    const frontMatter: FrontMatter = [
      ['a', [0, -1.5, 1e21, true, false, null, [], {}]],
      ['b', []],
      ['c', {}],
      ['d', null],
      ['e', false],
    ];

    expect(read(writeYaml(frontMatter))).toEqual(frontMatter);
  });
});
