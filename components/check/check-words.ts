import { type MessageKey, t } from '../../utils/i18n';
import type { CheckFinding, CheckProblem, PageCheck } from '../../utils/model/page-check';
import { webUrl } from '../reader/web-url';

const PROBLEMS: Readonly<Record<CheckProblem, MessageKey>> = {
  'needs-permission': 'checkNeedsAccess',
  'page-unreachable': 'checkUnreachable',
  'server-error': 'checkServerError',
  'other-site': 'checkOtherSite',
  'other-page': 'checkOtherPage',
  'browser-page': 'checkNoAddress',
  'no-article': 'checkNoArticle',
  pdf: 'checkNoArticle',
  'too-large': 'checkTooLarge',
  'not-in-library': 'checkNotThere',
};

const CHECKED = {
  unchanged: 'checkedUnchanged',
  changed: 'checkedChanged',
  moved: 'checkedMoved',
  gone: 'checkedGone',
} as const;

/** What a check found, in a sentence; `url` is the article's address. */
export function sayFinding(finding: CheckFinding, url: string): string {
  switch (finding.is) {
    case 'unchanged':
      return t('checkUnchanged');
    case 'gone':
      return t('checkGone');
    case 'moved':
      return t('checkMoved', shortAddress(finding.movedTo));
    case 'changed':
      return finding.movedTo ? t('checkChangedMoved', shortAddress(finding.movedTo)) : t('checkChanged');
    case 'unreachable':
      return t(PROBLEMS[finding.problem], hostOf(url));
  }
}

/** What was found when the page was last asked, with when: the sentence of a finding that is remembered. */
export function sayCheck({ is, checkedAt }: PageCheck, language: string): string {
  return t(CHECKED[is], dayAndTime(checkedAt, language));
}

/** A moment (ms since 1970) as versions and checks are told apart by. */
export function dayAndTime(time: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

function shortAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}

function hostOf(url: string): string {
  const address = webUrl(url);
  return address ? new URL(address).hostname.replace(/^www\./, '') : '';
}
