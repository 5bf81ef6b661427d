import { render } from 'preact';
import { useState } from 'preact/hooks';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../components/theme/reset.css';
import '../../../components/theme/tokens.css';
import { type HostAccess, WelcomeScreen } from '../../../components/welcome/WelcomeScreen';
import { expectAccessible } from '../../support/axe';

const ALLOW = { name: 'Allow pictures from any site' };

/** Shows the page as its entrypoint does: what the browser answers to the question becomes the access. */
async function open(access: HostAccess, { answer = true, width = 800 } = {}) {
  await page.viewport(width, 800);
  const asked: string[] = [];
  function Page() {
    const [now, setNow] = useState(access);
    return (
      <WelcomeScreen
        access={now}
        onAllow={async () => {
          asked.push('allow');
          if (answer) setNow('granted');
          return answer;
        }}
        onDecline={() => {
          asked.push('decline');
          setNow('declined');
        }}
        shortcuts={[
          { name: 'Save this page', key: 'Alt+Shift+S' },
          { name: 'Open the side panel', key: '' },
        ]}
        openSample={() => void asked.push('sample')}
        openLibrary={() => void asked.push('library')}
      />
    );
  }
  const root = document.body.appendChild(document.createElement('div'));
  render(<Page />, root);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  return { root, asked };
}

test('says what Offprint does, how to reach it, and leads on', async () => {
  const { root, asked } = await open('undecided');

  expect([...root.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual([
    'Click to save',
    'Read beside the page',
    'Keep it for good',
    'Keep the button at hand',
    'Pictures from other sites',
  ]);
  expect([...root.querySelectorAll('kbd kbd')].map((key) => key.textContent)).toEqual(['Alt', 'Shift', 'S']);
  await expect.element(page.getByText('not set')).toBeVisible();
  await expectAccessible(root);
  await page.getByRole('button', { name: 'Try it on a sample article' }).click();
  await page.getByRole('button', { name: 'Open the library' }).click();

  expect(asked).toEqual(['sample', 'library']);
});

test('asks the browser inside the click itself and says that access was given', async () => {
  const { root, asked } = await open('undecided');

  (page.getByRole('button', ALLOW).element() as HTMLElement).click();
  expect(asked).toEqual(['allow']);

  await expect.element(page.getByRole('status')).toHaveTextContent(/^Allowed\..*take this back in Settings/);
  expect(page.getByRole('button', ALLOW).elements()).toHaveLength(0);
  await expectAccessible(root);
});

test('a prompt closed without a yes changes nothing, says so and can be asked for again', async () => {
  const { root, asked } = await open('undecided', { answer: false });

  await page.getByRole('button', ALLOW).click();

  await expect.element(page.getByRole('status')).toHaveTextContent(/closed without a yes/);
  await expectAccessible(root);
  await page.getByRole('button', ALLOW).click();
  expect(asked).toEqual(['allow', 'allow']);
});

test('"No, thanks" is for good, and says how to change one\'s mind', async () => {
  const { root, asked } = await open('undecided');

  await page.getByRole('button', { name: 'No, thanks' }).click();

  expect(asked).toEqual(['decline']);
  await expect.element(page.getByRole('status')).toHaveTextContent(/won't be asked again.*later in Settings/);
  expect(page.getByRole('button', { name: 'No, thanks' }).elements()).toHaveLength(0);
  await expect.element(page.getByRole('button', ALLOW)).toBeVisible();
  await expectAccessible(root);
});

test.each(['granted', 'undecided', 'declined'] as const)('fits 320 px when access is %s', async (access) => {
  await open(access, { width: 320 });

  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});
