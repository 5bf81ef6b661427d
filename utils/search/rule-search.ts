import type { Rule } from '../model/organise';

/** The search that finds what a rule is about. A site and an author are taken as they stand, everything else as it would be typed. */
export function ruleSearch({ field, value }: Pick<Rule, 'field' | 'value'>): string {
  if (field === 'search') return `${value} `;
  return `${field}:"${value.replace(/["“”„«»「」『』]/g, ' ').trim()}" `;
}
