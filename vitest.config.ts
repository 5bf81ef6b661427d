import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './tests/tools/find-chromium.mjs';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  publicDir: false,
  // Prepared before the first test: a library that turns up later makes the browser reload in the middle of one.
  optimizeDeps: {
    include: [
      '@mozilla/readability',
      '@preact/signals',
      '@tanstack/virtual-core',
      'axe-core',
      'diff',
      'dompurify',
      'fast-check',
      'fflate',
      'idb',
      'opencc-js/dict/TSCharacters',
      'js-yaml',
      'lucide',
      'markdown-it',
      'preact',
      'preact/hooks',
      'preact/jsx-dev-runtime',
      'wxt/browser',
    ],
  },
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.node.test.ts', 'tests/journeys/**'],
          setupFiles: ['tests/support/setup.ts'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          testTimeout: 30_000,
          environment: 'node',
          include: ['tests/**/*.node.test.ts'],
          exclude: ['tests/journeys/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/journeys/build-first.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
