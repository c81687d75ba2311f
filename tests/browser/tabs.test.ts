import type { Page } from 'playwright-core'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { type Browser, endBrowser, openBrowser } from './chromium'
import { drawCycle, expectAccessible, importRegister, miniRegister, openAudit, setUp, shareOut } from './steps'

let browser: Browser | undefined
afterEach(async ({ task }) => {
  await endBrowser(browser, task)
  browser = undefined
})

const READ_ONLY = 'Only to read here'
const goOn = (page: Page) => page.getByRole('button', { name: 'Go on here' })
const readOnly = (page: Page) => page.getByRole('heading', { name: READ_ONLY })
const section = (page: Page) => page.getByRole('heading', { name: /^A\. / })
const note = (page: Page) => page.locator('main textarea').first()
const shownNote = (page: Page) => page.locator('.record__note')

async function auditOpen(): Promise<{ first: Page; openSecond: () => Promise<Page> }> {
  browser = await openBrowser(inject('appUrl'))
  const { page, context, errors } = browser
  await setUp(page)
  await importRegister(page, miniRegister(), '60')
  await drawCycle(page, { plans: 2, seed: 'tabs' })
  await shareOut(page)
  await openAudit(page)
  const url = page.url()
  return {
    first: page,
    async openSecond() {
      const second = await context.newPage()
      second.on('pageerror', (error) => errors.push(String(error)))
      second.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      await second.goto(url)
      return second
    },
  }
}

async function startNote(page: Page, text: string): Promise<void> {
  const add = page.getByRole('button', { name: /^Add a note/ }).first()
  await add.click()
  await note(page).pressSequentially(text)
}

describe('a draft that is open twice', () => {
  it('is only to read in the second tab, which says why and follows what is written in the first', async () => {
    const { first, openSecond } = await auditOpen()
    const second = await openSecond()
    await readOnly(second).waitFor()
    await second.getByText('This audit is open in another tab or window of this browser').waitFor()
    expect(await second.locator('main input, main textarea, main select').count()).toBe(0)
    await startNote(first, 'Thin on needs')
    await second.getByText('Thin on needs').waitFor()
    await first.getByText('Partly met', { exact: true }).first().click()
    await second.locator('.record__criterion[data-rating=partly]').waitFor()
    await expectAccessible(second)
    // A report to managers waits for no tab.
    await second.getByRole('link', { name: 'Report an incident' }).click()
    await second
      .getByRole('button', { name: 'Send' })
      .or(second.locator('main form button[type=submit]'))
      .first()
      .waitFor()
    expect(browser?.errors).toEqual([])
  })

  it('is handed over by one press, with words typed a moment before, once and whole', async () => {
    const { first, openSecond } = await auditOpen()
    const second = await openSecond()
    await readOnly(second).waitFor()
    await first.bringToFront()
    await startNote(first, 'Typed just now, to the last letter')
    await goOn(second).click()
    await section(second).waitFor()
    await expect.poll(() => note(second).inputValue()).toBe('Typed just now, to the last letter')
    await readOnly(first).waitFor()
    await first.getByText('You went on with this audit in another tab').waitFor()
    await expect.poll(() => shownNote(first).allInnerTexts()).toEqual(['Typed just now, to the last letter'])
    // Nothing is left over that could be written again.
    await note(second).fill('Changed in the second tab')
    await second.locator('[data-save=saved]').waitFor()
    await expect.poll(() => shownNote(first).allInnerTexts()).toEqual(['Changed in the second tab'])
    // And back.
    await goOn(first).click()
    await section(first).waitFor()
    expect(await note(first).inputValue()).toBe('Changed in the second tab')
    expect(await first.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await readOnly(second).waitFor()
    expect(browser?.errors).toEqual([])
  })

  it('is offered when the other tab is closed, and stays with the other tab when that is only reloaded', async () => {
    const { first, openSecond } = await auditOpen()
    const second = await openSecond()
    await readOnly(second).waitFor()
    await startNote(first, 'Before the reload')
    await first.reload()
    await section(first).waitFor()
    expect(await note(first).inputValue()).toBe('Before the reload')
    await second.waitForTimeout(2_000)
    expect(await second.getByText('no longer open in another tab').count()).toBe(0)
    await note(first).press('Control+End')
    await note(first).pressSequentially('. Last words')
    await first.close({ runBeforeUnload: true })
    await second.getByText('no longer open in another tab').waitFor()
    await goOn(second).click()
    await section(second).waitFor()
    expect(await note(second).inputValue()).toBe('Before the reload. Last words')
    expect(browser?.errors).toEqual([])
  })

  it('is never shown as only to read to somebody with one tab', async () => {
    const { first } = await auditOpen()
    await first.addInitScript(() => {
      const seen = { readOnly: false }
      Object.assign(window, { seen })
      new MutationObserver(() => {
        seen.readOnly ||= document.querySelector('.read-only') !== null
      }).observe(document, { childList: true, subtree: true })
    })
    for (let round = 0; round < 5; round += 1) {
      await first.reload()
      await section(first).waitFor()
      expect(await first.evaluate('window.seen.readOnly')).toBe(false)
    }
  })
})

describe('a tab that sleeps with a draft', () => {
  it('loses it to the tab that asks; what it typed meanwhile changes nothing and stays to be copied', async () => {
    const { first, openSecond } = await auditOpen()
    await startNote(first, 'Saved before')
    await first.locator('[data-save=saved]').waitFor()
    const second = await openSecond()
    await readOnly(second).waitFor()
    await first.bringToFront()
    // The page types and then does not come to itself for a while, as a frozen tab.
    const asleep = first.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('main textarea')
      const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
      if (!field || !set) throw new Error('there is no note')
      set.call(field, 'Typed before the sleep')
      field.dispatchEvent(new Event('input', { bubbles: true }))
      const until = performance.now() + 8_000
      while (performance.now() < until);
    })
    await second.bringToFront()
    await goOn(second).click()
    await section(second).waitFor({ timeout: 6_000 })
    expect(await note(second).inputValue()).toBe('Saved before')
    await note(second).fill('Written by the successor')
    await second.locator('[data-save=saved]').waitFor()
    await asleep
    await readOnly(first).waitFor()
    await first.getByText('was taken over by another tab or window').waitFor()
    expect(await first.getByLabel(/^Not saved on/).inputValue()).toBe('Typed before the sleep')
    expect(await first.locator('[data-save]').getAttribute('data-save')).toBe('failed')
    await expectAccessible(first)
    await expect.poll(() => shownNote(first).allInnerTexts()).toEqual(['Written by the successor'])
    await second.reload()
    await section(second).waitFor()
    expect(await note(second).inputValue()).toBe('Written by the successor')
    await first.getByRole('button', { name: /^I no longer need this/ }).click()
    expect(await first.getByLabel(/^Not saved on/).count()).toBe(0)
    expect(browser?.errors).toEqual([])
  })
})

describe('two versions on one device', () => {
  /** What a newer version does first: it opens the same database under a higher number. */
  function openNewer(page: Page): Promise<number> {
    return page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const asked = indexedDB.open('plumbline', 990)
          asked.onerror = () => reject(asked.error)
          asked.onsuccess = () => {
            const { version } = asked.result
            asked.result.close()
            resolve(version)
          }
        }),
    )
  }

  it('the older tab saves the last words, makes room and says so; opened again it refuses to touch newer records', async () => {
    const { first } = await auditOpen()
    const other = await browser?.context.newPage()
    if (!other) throw new Error('no browser')
    await other.goto(`${inject('appUrl')}icon.svg`)
    await first.bringToFront()
    await startNote(first, 'Typed before the upgrade')
    expect(await openNewer(other)).toBe(990)
    await first.getByText('A newer version of Plumbline was opened in another tab. Everything was saved.').waitFor()
    await expectAccessible(first)
    await first.getByRole('button', { name: 'Reload' }).click()
    await first.getByRole('heading', { name: 'This page is an older version of Plumbline' }).waitFor()
    await expectAccessible(first)
    expect(browser?.errors).toEqual([])
  })

  it('the newer tab asks for the older one to be closed, and goes on by itself', async () => {
    browser = await openBrowser(`${inject('appUrl')}icon.svg`)
    const { page, context } = browser
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          // Version 1 of the app's tables, and no ear for newer versions.
          const asked = indexedDB.open('plumbline', 10)
          asked.onupgradeneeded = () => {
            const db = asked.result
            const rows = db.createObjectStore('rows', { keyPath: 'key' })
            rows.createIndex('kind', 'kind')
            rows.createIndex('scope', 'scope')
            rows.createIndex('refs', 'refs', { multiEntry: true })
            const ops = db.createObjectStore('ops', { keyPath: 'order', autoIncrement: true })
            ops.createIndex('opId', 'opId', { unique: true })
            ops.createIndex('field', 'field')
            db.createObjectStore('blobs', { keyPath: 'hash' })
            db.createObjectStore('local', { keyPath: 'id' })
            db.createObjectStore('keys', { keyPath: 'id' })
          }
          asked.onsuccess = () => {
            Object.assign(window, { held: asked.result })
            resolve()
          }
        }),
    )
    const newer = await context.newPage()
    await newer.goto(inject('appUrl'))
    await newer.getByRole('heading', { name: 'Close the other tabs of Plumbline' }).waitFor()
    await expectAccessible(newer)
    await page.close()
    await newer.getByRole('button', { name: 'Start' }).waitFor()
  })
})
