import { afterEach, describe, expect, inject, it } from 'vitest'
import { type Browser, endBrowser, openBrowser } from './chromium'
import { drawCycle, importRegister, miniRegister, setUp, shareOut } from './steps'

let browser: Browser | undefined
afterEach(async ({ task }) => {
  await endBrowser(browser, task)
  browser = undefined
})

/** Presses Tab until the focused element's own words match, as a person without a mouse does. */
async function tabTo(page: Browser['page'], words: RegExp, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    const said = await page.evaluate(() => {
      const focused = document.activeElement
      const label =
        focused instanceof HTMLInputElement ? [...(focused.labels ?? [])].map((one) => one.textContent).join(' ') : ''
      return `${label} ${focused?.textContent ?? ''}`.trim()
    })
    if (words.test(said)) return
  }
  throw new Error(`Tab never reached ${words}`)
}

describe('an audit by keyboard alone', () => {
  it('is opened, rated, noted and submitted without a mouse', async () => {
    browser = await openBrowser(inject('appUrl'))
    const { page, errors } = browser
    await setUp(page)
    await importRegister(page, miniRegister(), '60')
    await drawCycle(page, { plans: 2, seed: 'keys' })
    await shareOut(page)
    await page.getByRole('link', { name: 'Home' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'What to do next' }).waitFor()

    await tabTo(page, /^Audit plan/)
    await page.keyboard.press('Enter')
    await page.getByLabel('No, none of these').waitFor()
    await tabTo(page, /No, none of these/)
    await page.keyboard.press('Space')
    await tabTo(page, /^Continue/)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Save and go on' }).waitFor()
    await tabTo(page, /Save and go on/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^A\. / }).waitFor()

    // One key rates the criterion in focus and moves on; a note is written on the way.
    await tabTo(page, /^Met/)
    await page.keyboard.press('n')
    await page.keyboard.type('Her own words, dated, with who asked.')
    await page.keyboard.press('Escape')
    for (let rated = 0; !page.url().endsWith('/check'); ) {
      const isOnRadio = await page.evaluate(() => document.activeElement?.getAttribute('type') === 'radio')
      if (isOnRadio) {
        await page.keyboard.press(rated % 5 === 4 ? '2' : '1')
        rated += 1
      } else {
        // The end of a section: ] goes to the first criterion of the next one, and after the last to the check.
        const before = page.url()
        await page.keyboard.press(']')
        await page.waitForURL((url) => url.href !== before)
        await page.waitForTimeout(100)
      }
      expect(rated).toBeLessThan(60)
    }

    await page.getByRole('heading', { name: 'Check your audit and submit it' }).waitFor()
    await tabTo(page, /Yes, or I had none/, 120)
    await page.keyboard.press('Space')
    await tabTo(page, /^Submit the audit/, 40)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /is submitted$/ }).waitFor()
    await page.getByText('Her own words, dated, with who asked.').waitFor()
    expect(errors).toEqual([])
  })
})
