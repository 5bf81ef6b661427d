import { t, tCount } from '../../utils/i18n';
import type { RestoreReason, SavedRestorePoint } from '../../utils/model/restore-point';
import { bytesText } from '../ui/bytes';

const REASONS = {
  import: 'storagePointImport',
  edit: 'storagePointEdit',
  tags: 'storagePointTags',
  rules: 'storagePointRules',
  purge: 'storagePointPurge',
  versions: 'storagePointVersions',
  merge: 'storagePointMerge',
  pictures: 'storagePointPictures',
  repair: 'storagePointRepair',
  upgrade: 'storagePointUpgrade',
  'put-back': 'storagePointPutBack',
} as const satisfies Record<RestoreReason, string>;

/** What a point was made before, in words. */
export function pointName({ reason, about }: Pick<SavedRestorePoint, 'reason' | 'about'>): string {
  const name = t(REASONS[reason]);
  return about ? t('storagePointAbout', name, about) : name;
}

/** How much is kept under a point: "12 articles, 3 of them new · 4 kB". */
export function pointSize({ articles, added, others, bytes }: SavedRestorePoint): string {
  const parts = [
    articles > 0 ? tCount('storagePointArticles', articles) : '',
    added > 0 ? tCount('storagePointAdded', added) : '',
    others > 0 ? tCount('storagePointOthers', others) : '',
    bytesText(bytes),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
