import { useSignal } from '@preact/signals';
import { Check, MousePointerClick, Pin, Puzzle } from 'lucide';
import type { JSX } from 'preact';
import { t } from '../../utils/i18n';
import { Mark } from '../popup/Mark';
import { type Shortcut, ShortcutList } from '../settings/ShortcutList';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { OfflineDrawing, ReadDrawing, SaveDrawing } from './drawings';
import styles from './WelcomeScreen.module.css';

/** Where host access stands: `declined` is for good, until the reader changes it. */
export type HostAccess = 'granted' | 'undecided' | 'declined';

interface WelcomeScreenProps {
  access: HostAccess;
  /** Asks the browser, straight from the click; true when access was given. */
  onAllow(): Promise<boolean>;
  /** Never to be asked again. */
  onDecline(): void;
  shortcuts: readonly Shortcut[];
  openSample?(): void;
  openLibrary(): void;
}

/** The page shown once after install: what Offprint does, how to reach it, and the one thing it may be allowed. */
export function WelcomeScreen({ access, onAllow, onDecline, shortcuts, openSample, openLibrary }: WelcomeScreenProps) {
  return (
    <main class={styles.page}>
      <header class={styles.head}>
        <Mark size={48} />
        <h1>{t('welcomeTitle')}</h1>
        <p class={styles.lead}>{t('welcomeLead')}</p>
      </header>

      <ul class={styles.steps}>
        <Step drawing={<SaveDrawing />} title={t('welcomeSave')} text={t('welcomeSaveText')} />
        <Step drawing={<ReadDrawing />} title={t('welcomeRead')} text={t('welcomeReadText')} />
        <Step drawing={<OfflineDrawing />} title={t('welcomeOffline')} text={t('welcomeOfflineText')} />
      </ul>

      <section class={styles.card}>
        <h2>{t('welcomeStart')}</h2>
        <ol class={styles.pinning}>
          <li>
            <Icon icon={Puzzle} />
            {t('welcomePin')}
          </li>
          <li>
            <Icon icon={Pin} />
            {t('welcomePinThen')}
          </li>
          <li>
            <Icon icon={MousePointerClick} />
            {t('welcomeThenClick')}
          </li>
        </ol>
        <ShortcutList shortcuts={shortcuts} />
      </section>

      <PictureAccess access={access} onAllow={onAllow} onDecline={onDecline} />

      <p class={styles.next}>
        {openSample && <Button onClick={openSample}>{t('welcomeSample')}</Button>}
        <Button kind={openSample ? 'quiet' : 'plain'} onClick={openLibrary}>
          {t('welcomeOpenLibrary')}
        </Button>
      </p>
    </main>
  );
}

function Step({ drawing, title, text }: { drawing: JSX.Element; title: string; text: string }) {
  return (
    <li class={styles.step}>
      {drawing}
      <h2>{title}</h2>
      <p>{text}</p>
    </li>
  );
}

function PictureAccess({ access, onAllow, onDecline }: Pick<WelcomeScreenProps, 'access' | 'onAllow' | 'onDecline'>) {
  const dismissed = useSignal(false);
  const allow = async () => {
    dismissed.value = false;
    dismissed.value = !(await onAllow());
  };
  const decline = () => {
    dismissed.value = false;
    onDecline();
  };

  return (
    <section class={styles.card}>
      <h2>{t('accessTitle')}</h2>
      {access !== 'granted' && <p>{t('accessReason')}</p>}
      {access === 'undecided' && <p>{t('accessWithout')}</p>}
      <div role="status" class={styles.answer}>
        {access === 'granted' && (
          <>
            <p class={styles.granted}>
              <Icon icon={Check} />
              {t('accessGranted')}
            </p>
            <p class={styles.soft}>{t('accessGrantedHint')}</p>
          </>
        )}
        {access === 'declined' && (
          <>
            <p>
              <strong>{t('accessDeclined')}</strong>
            </p>
            <p class={styles.soft}>{t('accessDeclinedHint')}</p>
          </>
        )}
        {access !== 'granted' && dismissed.value && <p class={styles.dismissed}>{t('accessDismissed')}</p>}
      </div>
      {access !== 'granted' && (
        <p class={styles.buttons}>
          <Button kind={access === 'undecided' ? 'primary' : 'plain'} onClick={() => void allow()}>
            {t('accessAllow')}
          </Button>
          {access === 'undecided' && <Button onClick={decline}>{t('accessDecline')}</Button>}
        </p>
      )}
    </section>
  );
}
