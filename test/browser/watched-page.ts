import assert from 'node:assert/strict';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Surroundings } from './check.ts';

/** A page, and what it did that no page of the desk may do. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors on the console, scripts that stopped, dialogs, and requests that left the machine. */
  readonly offences: readonly string[];
}

/** Opens a page of the server in a context of its own and watches it from its first request on. */
async function open(
  { browser, served }: Surroundings,
  path: string,
  options: BrowserContextOptions,
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const offences: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      offences.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => offences.push(`stopped: ${error.message}`));
  page.on('dialog', (dialog) => {
    offences.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const isOurs = request.url().startsWith(served.url) || /^(?:data|blob):/.test(request.url());
    if (!isOurs) offences.push(`request: ${request.url()}`);
  });
  await page.goto(served.url + path);
  return { page, offences };
}

/** Opens a page, does something with it, and gives its offences. */
export async function offencesWhile(
  surroundings: Surroundings,
  path: string,
  work: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<readonly string[]> {
  const { page, offences } = await open(surroundings, path, options);
  try {
    await work(page);
    return offences;
  } finally {
    await page.context().close();
  }
}

/** The same; a page with an offence is a failure. */
export async function withPage(
  surroundings: Surroundings,
  path: string,
  work: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const offences = await offencesWhile(surroundings, path, work, options);
  assert.deepEqual(offences, [], `${path || 'the dashboard'} did what it must not`);
}

/** Opens the dashboard and waits until it is drawn. */
export async function withDashboard(
  surroundings: Surroundings,
  work: (page: Page) => Promise<void>,
  { query = '', ...options }: BrowserContextOptions & { readonly query?: string } = {},
): Promise<void> {
  await withPage(
    surroundings,
    query,
    async (page) => {
      await drawn(page);
      await work(page);
    },
    options,
  );
}

/** Waits until the dashboard has drawn its first chart. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('#metric-cards .line svg').first().waitFor();
}
