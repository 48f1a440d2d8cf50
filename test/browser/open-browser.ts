import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** That build is made for servers: what would hide faults, end it with its first page, or draw twice as slowly. */
const unwanted =
  /single-process|no-zygote|disable-web-security|allow-running-insecure-content|gl=|angle|gpu|swiftshader/;

/** The libraries that the browser needs and that an image such as `node:24` does not have; they are in its package. */
async function libraries(): Promise<string> {
  const packed = new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'));
  return join(await inflate(fileURLToPath(packed)), 'lib');
}

/** The fonts of the machine, or those of the package where it has none. */
function fonts(): Record<string, string> {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(tmpdir(), 'fonts') };
}

/** A real browser, as it comes with the packages of this folder. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((each) => !unwanted.test(each)), '--disable-gpu'],
    env: { ...process.env, ...fonts(), LD_LIBRARY_PATH: await libraries() },
  });
}
