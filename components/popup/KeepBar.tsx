import { useSignal } from '@preact/signals';
import { BookOpen, Check, Ellipsis, Link, LoaderCircle, RefreshCw, RotateCcw, Undo2 } from 'lucide';
import { t } from '../../utils/i18n';
import { Button } from '../ui/Button';
import styles from './KeepBar.module.css';
import type { PopupModel } from './popup-model';
import type { PrimaryAction } from './popup-states';

interface KeepBarProps {
  model: InstanceType<typeof PopupModel>;
  onOpenLibrary(): void;
}

/** The one primary button, which Save turns from Save to Read, and the less usual ways beside it. */
export function KeepBar({ model, onOpenLibrary }: KeepBarProps) {
  const othersShown = useSignal(false);
  const kept = model.kept.value;
  const ready = model.page.value.name === 'ready';
  const primary = model.primary.value;
  const problem = model.page.value.name === 'problem';
  const others = primary !== 'retry' && kept.name !== 'trashed' && (ready || (problem && kept.name !== 'saved'));

  if (!primary && kept.name !== 'saving' && !others) return null;
  return (
    <div class={styles.bar}>
      <div class={styles.row}>
        <PrimaryButton model={model} />
        {kept.name === 'saved' && kept.outcome === null && ready && (
          <Button icon={RefreshCw} onClick={() => model.update()}>
            {kept.kind === 'link' ? t('popupUpdateLink') : t('popupUpdate')}
          </Button>
        )}
        {kept.name === 'saved' && (kept.outcome === 'added' || kept.outcome === 'restored') && (
          <Button icon={Undo2} onClick={() => model.undo()}>
            {t('popupUndo')}
          </Button>
        )}
        {model.failure.value === 'quota-exceeded' && <Button onClick={onOpenLibrary}>{t('popupOpenLibrary')}</Button>}
        {others && !problem && (
          <Button
            kind="quiet"
            icon={Ellipsis}
            label={t('popupOtherWays')}
            aria-expanded={othersShown.value}
            onClick={() => {
              othersShown.value = !othersShown.value;
            }}
          />
        )}
      </div>
      {others && (problem || othersShown.value) && <OtherWays model={model} />}
    </div>
  );
}

const LABELS = {
  save: 'popupSave',
  read: 'popupRead',
  restore: 'popupRestore',
  retry: 'popupRetry',
  'visible-text': 'popupSaveVisible',
  link: 'popupSaveLink',
} as const;

const ICONS = {
  save: Check,
  read: BookOpen,
  restore: RotateCcw,
  retry: RotateCcw,
  'visible-text': Check,
  link: Link,
} as const;

function PrimaryButton({ model }: { model: InstanceType<typeof PopupModel> }) {
  const action: PrimaryAction = model.primary.value;
  const saving = model.kept.value.name === 'saving';
  if (!action && !saving) return null;

  const busy = saving && model.slow.value;
  return (
    <Button
      kind="primary"
      icon={busy ? LoaderCircle : ICONS[action ?? 'save']}
      class={`${styles.primary} ${busy ? styles.busy : ''}`}
      aria-disabled={saving}
      aria-busy={busy}
      aria-keyshortcuts="Enter"
      // The second click of a double click would already hit Read.
      onClick={(event) => event.detail > 1 || model.doPrimary()}
    >
      {busy ? t('popupSaving') : t(LABELS[action ?? 'save'])}
      {!saving && (
        <span class={styles.key} aria-hidden="true">
          ↵
        </span>
      )}
    </Button>
  );
}

/** Ways to keep something of a page when its article is not there or not what is wanted. */
function OtherWays({ model }: { model: InstanceType<typeof PopupModel> }) {
  const page = model.page.value;
  const readable = page.name === 'ready' || (page.name === 'problem' && OFFER_TEXT.includes(page.problem));
  const primary = model.primary.value;
  return (
    <div class={styles.others}>
      {readable && (
        <Button kind="plain" onClick={() => model.pick()}>
          {t('popupPick')}
        </Button>
      )}
      {readable && (
        <Button kind="plain" onClick={() => model.saveAs('selection')}>
          {t('popupSaveSelection')}
        </Button>
      )}
      {readable && primary !== 'visible-text' && (
        <Button kind="plain" onClick={() => model.saveAs('visible-text')}>
          {t('popupSaveVisible')}
        </Button>
      )}
      {page.name === 'problem' && page.problem === 'page-unreachable' && (
        <Button kind="plain" onClick={() => model.captureAgain()}>
          {t('popupRetry')}
        </Button>
      )}
      {model.canKeepLink() && primary !== 'link' && (
        <Button kind="plain" onClick={() => model.saveLink()}>
          {t('popupSaveLink')}
        </Button>
      )}
    </div>
  );
}

/** Problems of pages that still have text to keep. */
const OFFER_TEXT: readonly string[] = ['no-article', 'too-large'];
