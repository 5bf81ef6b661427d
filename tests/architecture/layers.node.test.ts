import { expect, test } from 'vitest';
import { importsOf, type Source, sources } from './sources';

/** The layers from the top down; a file may import what its own layer's rule allows and nothing else. */
type Layer = 'entrypoints' | 'components' | 'adapters' | 'pure' | 'model' | 'foreign';

const ADAPTERS = ['library', 'settings', 'messaging', 'capture', 'pictures', 'surfaces'];

const PURE = ['diff', 'extraction', 'formats', 'queue', 'search', 'sanitize'];

/** Packages each part may use besides its own layer's: every job done by a library has one place. */
const PACKAGES: readonly (readonly [path: RegExp, packages: readonly string[]])[] = [
  [/^entrypoints\//, ['#imports', 'preact', 'preact/hooks', '@preact/signals']],
  [/^components\//, ['preact', 'preact/hooks', '@preact/signals', 'lucide', '@tanstack/virtual-core']],
  [/^utils\/library\//, ['idb']],
  [/^utils\/settings\//, ['wxt/browser']],
  [/^utils\/messaging\//, ['wxt/browser', '@webext-core/messaging']],
  [/^utils\/(?:capture|pictures|surfaces)\//, ['wxt/browser']],
  [/^utils\/i18n$/, ['wxt/browser']],
  [/^utils\/diff\//, ['diff']],
  [/^utils\/extraction\//, ['@mozilla/readability']],
  [/^utils\/queue\//, ['linkify-it']],
  [/^utils\/search\//, ['opencc-js/dict/TSCharacters']],
  [/^utils\/formats\//, ['js-yaml', 'fflate', 'markdown-it']],
  [/^utils\/sanitize(?:\/|$)/, ['dompurify']],
];

function layerOf(module: string): Layer {
  const [top = '', part = ''] = module.split('/');
  if (top === 'entrypoints' || top === 'components') return top;
  if (top !== 'utils') return 'foreign';
  if (part === 'model') return 'model';
  if (ADAPTERS.includes(part) || part === 'i18n') return 'adapters';
  if (PURE.includes(part) || part === 'errors') return 'pure';
  throw new Error(`utils/${part} belongs to no layer: give it one here`);
}

/** The folder that counts as one: an entrypoint, an adapter, a part of the pure layer. */
function partOf(module: string): string {
  return module.split('/').slice(0, 2).join('/');
}

function mayImport(from: string, to: string): boolean {
  if (/\.(?:css|json|svg)$/.test(to)) return true;
  const [above, below] = [layerOf(from), layerOf(to)];
  if (below === 'foreign') return PACKAGES.some(([path, packages]) => path.test(from) && packages.includes(to));
  const samePart = partOf(from) === partOf(to);
  switch (above) {
    case 'entrypoints':
      return below !== 'entrypoints' || samePart;
    case 'components':
      // Everything that touches the browser comes to a component as an argument; words are the one exception.
      return below === 'components' || below === 'pure' || below === 'model' || to === 'utils/i18n';
    case 'adapters':
      return below === 'model' || below === 'pure' || samePart;
    case 'pure':
      return below === 'model' || samePart || to === 'utils/errors' || isPureBelow(from, to);
    case 'model':
      return below === 'model';
    default:
      return false;
  }
}

/** Sanitising is below all that is pure, and formats write what extraction understands. */
function isPureBelow(from: string, to: string): boolean {
  if (partOf(from) === 'utils/sanitize') return false;
  return partOf(to) === 'utils/sanitize' || (partOf(from) === 'utils/formats' && partOf(to) === 'utils/extraction');
}

function violationsOf(source: Source): string[] {
  const from = source.path.replace(/\.tsx?$/, '');
  return importsOf(source)
    .filter((to) => !mayImport(from, to))
    .map((to) => `${source.path} imports ${to}`);
}

test('arrows point down only', () => {
  expect(sources().flatMap(violationsOf)).toEqual([]);
});

test('the rule sees the imports that it forbids', () => {
  const planted: readonly (readonly [path: string, text: string])[] = [
    ['components/library/X.tsx', "import { openDB } from 'idb';"],
    ['components/library/X.tsx', "import type { A } from '../../utils/library/schema';"],
    ['components/library/X.tsx', "const a = await import('wxt/browser');"],
    ['entrypoints/popup/main.tsx', "import {\n  a,\n  b,\n} from '../background/save';"],
    ['utils/library/list.ts', "import { t } from '../i18n';"],
    ['utils/extraction/x.ts', "export { x } from '../formats/x';"],
    ['utils/model/x.ts', "import '../errors';"],
    ['utils/model/x.ts', "import { h } from 'preact';"],
  ];

  const seen = planted.map(([path, text]) => violationsOf({ path, text }).length);

  expect(seen).toEqual(planted.map(() => 1));
});

test('the model imports nothing but itself', () => {
  const model = sources().filter(({ path }) => path.startsWith('utils/model/'));

  const outside = model.flatMap((source) => importsOf(source).filter((to) => !to.startsWith('utils/model/')));

  expect(model.length).toBeGreaterThan(0);
  expect(outside).toEqual([]);
});
