import { CircleHelp, FileDiff, FileX, FolderSymlink, type IconNode } from 'lucide';
import { type MessageKey, t } from '../../utils/i18n';
import type { CheckFinding } from '../../utils/model/page-check';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import styles from './CheckDialog.module.css';
import type { CheckModel, CheckRow } from './check-model';
import { sayFinding } from './check-words';
import { offerOf } from './offer-of';

const ICONS: Readonly<Record<CheckFinding['is'], IconNode | null>> = {
  changed: FileDiff,
  moved: FolderSymlink,
  gone: FileX,
  unreachable: CircleHelp,
  unchanged: null,
};

interface CheckResultProps {
  row: CheckRow;
  model: InstanceType<typeof CheckModel>;
  /** Shows what differs. */
  onShow(): void;
}

/** What was found of one article, in words and with a sign, and what can be done about it. */
export function CheckResult({ row, model, onShow }: CheckResultProps) {
  const { article, finding, settled } = row;
  if (!finding) return null;
  const icon = ICONS[finding.is];
  const title = article.title || article.url;
  return (
    <li class={styles.result} data-result={article.id}>
      {icon && <Icon icon={icon} />}
      <div class={styles.words}>
        <bdi class={styles.title} lang={article.lang ?? undefined}>
          {title}
        </bdi>
        <span>{sayFinding(finding, article.canonicalUrl || article.url)}</span>
        <span role="status">{settled === 'not' ? '' : t(saySettled(row))}</span>
      </div>
      <div class={styles.acts}>
        {/* By place, so that the keyboard stays where it was when one action takes the place of another. */}
        {actionsOf(row, model, onShow).map(([key, named, act], at) => (
          <Button key={at} onClick={act} label={t(named, title)}>
            {t(key)}
          </Button>
        ))}
      </div>
    </li>
  );
}

type Action = readonly [label: MessageKey, named: MessageKey, act: () => void];

function actionsOf(row: CheckRow, model: CheckResultProps['model'], onShow: () => void): Action[] {
  const { finding, undo } = row;
  if (undo) return [['checkUndo', 'checkUndoNamed', () => void model.undo(row)]];
  const settle = () => void model.settle(row);
  switch (finding && offerOf(finding)) {
    case 'keep':
      return [
        ['checkKeep', 'checkKeepNamed', settle],
        ['checkShow', 'checkShowNamed', onShow],
      ];
    case 'move':
      return [['checkRemember', 'checkRememberNamed', settle]];
    default:
      return [];
  }
}

function saySettled({ settled, finding }: CheckRow): MessageKey {
  if (settled === 'undone') return 'checkUndone';
  if (settled === 'failed') return 'checkFailed';
  return finding?.is === 'moved' ? 'checkRemembered' : 'checkKept';
}
