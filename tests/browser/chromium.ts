/**
 * A real Chromium with its database on disk, as a person's browser has it: it can be closed, killed and opened again.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { RunnerTestCase } from 'vitest'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Browser {
  readonly profile: string
  context: BrowserContext
  page: Page
  /** Errors of the page and of its console since it was opened; a test expects none. */
  readonly errors: string[]
  /** Ends the process at once, as a power cut does, and opens the same profile again. */
  killAndReopen: (url: string) => Promise<void>
  close: () => Promise<void>
}

export async function openBrowser(url: string, options: { width?: number; height?: number } = {}): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'plumbline-'))
  const errors: string[] = []
  const context = await launch(profile, options)
  const browser: Browser = {
    profile,
    context,
    page: await firstPage(context, url, errors),
    errors,
    async killAndReopen(next) {
      await kill(browser.context)
      browser.context = await launch(profile, options)
      browser.page = await firstPage(browser.context, next, errors)
    },
    async close() {
      await browser.context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
  return browser
}

function launch(profile: string, { width = 1280, height = 900 }): Promise<BrowserContext> {
  const executablePath = process.env.PLUMBLINE_CHROMIUM ?? '/usr/bin/chromium'
  return chromium.launchPersistentContext(profile, {
    executablePath,
    args: ARGS,
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    acceptDownloads: true,
  })
}

async function firstPage(context: BrowserContext, url: string, errors: string[]): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage())
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    // The app asks whether a hub serves it; a server that was stopped answers nothing, and the browser says so.
    const isAskingForHub = new URL(message.location().url || 'about:blank').pathname === '/hub/about'
    if (message.type() === 'error' && !isAskingForHub) errors.push(message.text())
  })
  await page.goto(url)
  return page
}

/** Crashes the whole browser process; nothing is flushed. */
async function kill(context: BrowserContext): Promise<void> {
  const closed = new Promise((resolve) => context.once('close', resolve))
  const page = context.pages()[0] ?? (await context.newPage())
  const session = await context.newCDPSession(page)
  await session.send('Browser.crash').catch(() => undefined)
  await closed
}

/** Closes the browser after a test; where the test failed, what was on its screen is kept, since it says more than a stack. */
export async function endBrowser(browser: Browser | undefined, task: Readonly<RunnerTestCase>): Promise<void> {
  if (!browser) return
  if (task.result?.state === 'fail') {
    mkdirSync('test-results', { recursive: true })
    const name = task.name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60)
    await browser.page.screenshot({ path: `test-results/${name}.png`, fullPage: true }).catch(() => undefined)
  }
  await browser.close()
}
