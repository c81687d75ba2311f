import { afterEach, describe, expect, inject, it } from 'vitest'
import { type Browser, endBrowser, openBrowser } from './chromium'
import { drawCycle, importRegister, miniRegister, openAudit, setUp, shareOut } from './steps'

let browser: Browser | undefined
afterEach(async ({ task }) => {
  await endBrowser(browser, task)
  browser = undefined
})

const WORDS = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')

async function auditOpen(): Promise<Browser> {
  const opened = await openBrowser(inject('appUrl'))
  const { page } = opened
  await setUp(page)
  await importRegister(page, miniRegister(), '60')
  await drawCycle(page, { plans: 2, seed: 'durable' })
  await shareOut(page)
  await openAudit(page)
  return opened
}

async function noteText(page: Browser['page']): Promise<string> {
  const note = page.locator('main textarea').first()
  await note.waitFor()
  return note.inputValue()
}

describe('what was typed', () => {
  it('is lost by at most its last second when the process is killed in mid-note', async () => {
    browser = await auditOpen()
    const { page } = browser
    const url = page.url()
    await page.getByText('Met', { exact: true }).first().click()
    await page
      .getByRole('button', { name: /Add a note/ })
      .first()
      .click()
    const note = page.locator('main textarea').first()
    const typedBy: { at: number; length: number }[] = []
    let typed = ''
    for (const letter of WORDS) {
      await note.press(letter === ' ' ? 'Space' : letter)
      typed += letter
      typedBy.push({ at: Date.now(), length: typed.length })
      if (typed.length >= 160) break
    }
    const killedAt = Date.now()
    await browser.killAndReopen(url)
    const kept = await noteText(browser.page)
    expect(WORDS.startsWith(kept)).toBe(true)
    const older = typedBy.filter(({ at }) => killedAt - at >= 1000).at(-1)
    expect(kept.length).toBeGreaterThanOrEqual(older?.length ?? 0)
    expect(older?.length ?? 0).toBeGreaterThan(10)
    expect(await browser.page.getByLabel('Met', { exact: true }).first().isChecked()).toBe(true)
  })

  it('is all there after a reload straight after the last key', async () => {
    browser = await auditOpen()
    const { page } = browser
    await page
      .getByRole('button', { name: /Add a note/ })
      .first()
      .click()
    await page.locator('main textarea').first().pressSequentially('Kept to the last letter')
    await page.reload()
    expect(await noteText(page)).toBe('Kept to the last letter')
  })

  it('is called saved only when it is durable', async () => {
    browser = await auditOpen()
    const { page } = browser
    await page
      .getByRole('button', { name: /Add a note/ })
      .first()
      .click()
    await page.locator('main textarea').first().pressSequentially('Half a')
    expect(await page.locator('[data-save]').getAttribute('data-save')).toBe('busy')
    await page.locator('[data-save=saved]').waitFor()
    await browser.killAndReopen(page.url())
    expect(await noteText(browser.page)).toBe('Half a')
  })
})
