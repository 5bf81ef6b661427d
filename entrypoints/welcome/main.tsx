import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/theme/tokens.css';
import '../../components/theme/reset.css';
import { type LinkOutcome, LinkScreen } from '../../components/welcome/LinkScreen';
import { type HostAccess, WelcomeScreen } from '../../components/welcome/WelcomeScreen';
import { reportError } from '../../utils/errors';
import { linkArticle } from '../../utils/extraction/link-article';
import { t, uiLanguage } from '../../utils/i18n';
import { commands, type LinkProblem } from '../../utils/messaging/protocol';
import type { SaveOutcome } from '../../utils/model/library';
import type { Result } from '../../utils/model/result';
import { changeSettings, readSettings } from '../../utils/settings/settings';
import { hasHostAccess, requestHostAccess, watchHostAccess } from '../../utils/surfaces/host-access';
import { openLibraryPage } from '../../utils/surfaces/library-page';
import { readShortcuts } from '../../utils/surfaces/shortcuts';

start().catch((error) => reportError('welcome page', error));

async function start(): Promise<void> {
  document.documentElement.lang = uiLanguage();
  const root = document.getElementById('app');
  if (!root) return;
  const asked = new URLSearchParams(window.location.search);
  const link = asked.get('link');
  if (link && /^https?:/.test(link))
    render(<Link url={link} leadsElsewhere={asked.get('why') === 'other-site'} />, root);
  else await showWelcome(root);
}

async function showWelcome(root: HTMLElement): Promise<void> {
  const [granted, settings, shortcuts] = await Promise.all([
    hasHostAccess(),
    readSettings(),
    readShortcuts(t('commandOpenPopup')),
  ]);
  const access = signal<HostAccess>(granted ? 'granted' : settings.hostAccessDeclined ? 'declined' : 'undecided');
  watchHostAccess((now) => {
    if (now || access.value === 'granted') access.value = now ? 'granted' : 'undecided';
  }, new AbortController().signal);

  function Welcome() {
    return (
      <WelcomeScreen
        access={access.value}
        onAllow={requestHostAccess}
        onDecline={() => {
          access.value = 'declined';
          void changeSettings({ hostAccessDeclined: true });
        }}
        shortcuts={shortcuts}
        openLibrary={() => openLibraryPage(null)}
      />
    );
  }
  render(<Welcome />, root);
}

function Link({ url, leadsElsewhere }: { url: string; leadsElsewhere: boolean }) {
  return (
    <LinkScreen
      url={url}
      leadsElsewhere={leadsElsewhere}
      onAllow={async () => {
        if (!(await requestHostAccess())) return { name: 'failed', why: 'not-allowed' };
        return toOutcome(await commands.sendMessage('saveLink', { url }));
      }}
      onKeepAddress={async () =>
        toOutcome(
          await commands.sendMessage('saveArticle', {
            article: linkArticle(url, ''),
            mode: 'add',
            tags: [],
            tabId: null,
          }),
        )
      }
      onRead={(id) => openLibraryPage(id)}
    />
  );
}

function toOutcome(saved: Result<SaveOutcome, LinkProblem>): LinkOutcome {
  if (saved.ok) {
    return { name: 'saved', id: saved.value.id, already: saved.value.outcome === 'already-saved' };
  }
  switch (saved.error) {
    case 'needs-permission':
      return { name: 'failed', why: 'not-allowed' };
    case 'quota-exceeded':
    case 'library-unavailable':
    case 'not-found':
      return { name: 'failed', why: 'library' };
    case 'page-unreachable':
      return { name: 'failed', why: 'unreachable' };
    case 'other-site':
      return { name: 'failed', why: 'other-site' };
    default:
      return { name: 'failed', why: 'no-article' };
  }
}
