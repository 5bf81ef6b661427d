import type { TextDiff } from '../../utils/diff/diff-texts';
import { tCount } from '../../utils/i18n';
import type { TextCounts } from '../../utils/model/reading-time';

/** How much came and how much went, in words or, where there are more of those, in Chinese, Japanese or Korean characters. */
export function amountsOf({ added, removed }: Pick<TextDiff, 'added' | 'removed'>): string[] {
  return [amount('diffAdded', added), amount('diffRemoved', removed)].filter((words) => words !== '');
}

function amount(key: 'diffAdded' | 'diffRemoved', { wordCount, cjkCharCount }: TextCounts): string {
  if (wordCount + cjkCharCount === 0) return '';
  const isCjk = cjkCharCount > wordCount;
  const unit = isCjk ? ({ diffAdded: 'diffAddedCharacters', diffRemoved: 'diffRemovedCharacters' } as const) : UNITS;
  return tCount(unit[key], isCjk ? cjkCharCount : wordCount);
}

const UNITS = { diffAdded: 'diffAddedWords', diffRemoved: 'diffRemovedWords' } as const;
