import { afterEach, describe, expect, inject, it } from 'vitest'
import { type Browser, endBrowser, openBrowser } from './chromium'
import { expectAccessible } from './steps'

let browser: Browser | undefined
afterEach(async ({ task }) => {
  await endBrowser(browser, task)
  browser = undefined
})

/** A tab with a year of a fictional county, so that every page has something to show. */
async function county(width: number): Promise<Browser> {
  const opened = await openBrowser(`${inject('appUrl')}demo?start`, { width, height: 800 })
  await opened.page.getByRole('heading', { name: 'What to do next' }).waitFor({ timeout: 120_000 })
  return opened
}

/** The pages of the menu and one of each kind below them, by what a person presses. */
async function pages(page: Browser['page']): Promise<readonly string[]> {
  const below = async (path: string, link: string) => {
    await page.goto(`${inject('appUrl')}demo/${path}`)
    const first = page.locator(`main a[href*="${link}"]:not([href$="/new"])`).first()
    await first.waitFor()
    return new URL((await first.getAttribute('href')) ?? '', page.url()).href
  }
  const cycle = await below('cycles', '/cycles/')
  const top = ['', 'audits', 'cycles', 'cycles/new', 'register', 'trends', 'frameworks', 'settings', 'help']
  return [
    ...top.map((path) => `${inject('appUrl')}demo/${path}`),
    cycle,
    await below(new URL(cycle).pathname.replace('/demo/', ''), '/subjects/'),
    await below('frameworks', '/frameworks/'),
  ]
}

async function open(page: Browser['page'], url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(600)
}

function sideways(page: Browser['page']): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

describe('every page', () => {
  it('fits a screen of 320 px, which is also 400 % of a wide one, and is accessible there', async () => {
    browser = await county(320)
    const { page, errors } = browser
    for (const url of await pages(page)) {
      await open(page, url)
      expect(`${url} ${await sideways(page)}`).toBe(`${url} 0`)
      await expectAccessible(page)
    }
    expect(errors).toEqual([])
  })

  it('stays accessible in forced colours, and moves nothing for those who asked for stillness', async () => {
    browser = await county(1280)
    const { page, errors } = browser
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    for (const url of await pages(page)) {
      await open(page, url)
      await expectAccessible(page)
      expect(
        await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length),
      ).toBe(0)
    }
    expect(errors).toEqual([])
  })
})
