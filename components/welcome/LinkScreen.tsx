import { useSignal } from '@preact/signals';
import { t } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import { Mark } from '../popup/Mark';
import { Button } from '../ui/Button';
import styles from './WelcomeScreen.module.css';

/** How saving the link went, as far as this screen has words for it. */
export type LinkOutcome =
  | { readonly name: 'saved'; readonly id: ArticleId; readonly already: boolean }
  | { readonly name: 'failed'; readonly why: 'not-allowed' | 'unreachable' | 'other-site' | 'no-article' | 'library' };

interface LinkScreenProps {
  url: string;
  /** It was tried before, and leads to another site. */
  leadsElsewhere?: boolean;
  /** Asks for host access straight from the click, then fetches and keeps the page. */
  onAllow(): Promise<LinkOutcome>;
  /** Keeps only the address. */
  onKeepAddress(): Promise<LinkOutcome>;
  onRead(id: ArticleId): void;
}

const FAILURES = {
  'not-allowed': 'linkNotAllowed',
  unreachable: 'linkUnreachable',
  'other-site': 'linkOtherSite',
  'no-article': 'linkNoArticle',
  library: 'popupUnavailable',
} as const;

/** Shown when a link is to be saved and its page may not be fetched yet: says why access is needed, and what goes without. */
export function LinkScreen({ url, leadsElsewhere = false, onAllow, onKeepAddress, onRead }: LinkScreenProps) {
  const outcome = useSignal<LinkOutcome | null>(leadsElsewhere ? { name: 'failed', why: 'other-site' } : null);
  const busy = useSignal(false);
  const run = async (action: () => Promise<LinkOutcome>) => {
    busy.value = true;
    outcome.value = await action();
    busy.value = false;
  };
  // Access is not what is wanting.
  const isRefused = outcome.value?.name === 'failed' && outcome.value.why === 'other-site';
  const saved = outcome.value?.name === 'saved' ? outcome.value : null;

  return (
    <main class={styles.page}>
      <header class={styles.head}>
        <Mark size={48} />
        <h1>{t('linkTitle')}</h1>
        <p class={styles.address} dir="ltr">
          {url}
        </p>
      </header>
      <section class={styles.card}>
        {!saved && !isRefused && <p>{t('linkReason')}</p>}
        <div role="status" class={styles.answer}>
          {busy.value && <p>{t('linkWorking')}</p>}
          {saved && <p class={styles.granted}>{t(saved.already ? 'popupAlready' : 'popupSaved')}</p>}
          {!busy.value && outcome.value?.name === 'failed' && (
            <p class={styles.dismissed}>{t(FAILURES[outcome.value.why])}</p>
          )}
        </div>
        <p class={styles.buttons}>
          {saved ? (
            <Button kind="primary" onClick={() => onRead(saved.id)}>
              {t('popupRead')}
            </Button>
          ) : (
            <>
              {!isRefused && (
                <Button kind="primary" disabled={busy.value} onClick={() => void run(onAllow)}>
                  {t('linkAllow')}
                </Button>
              )}
              <Button disabled={busy.value} onClick={() => void run(onKeepAddress)}>
                {t('linkKeepAddress')}
              </Button>
            </>
          )}
        </p>
      </section>
    </main>
  );
}
