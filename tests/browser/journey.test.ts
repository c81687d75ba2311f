import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { serve } from '../../scripts/lib/serve.mjs'
import { type Browser, endBrowser, openBrowser } from './chromium'
import { addPerson, countyRegister, drawCycle, expectAccessible, importRegister, openAudit, setUp } from './steps'

let browser: Browser | undefined
afterEach(async ({ task }) => {
  await endBrowser(browser, task)
  browser = undefined
})

/** Rates every criterion on the screens of the open audit with one key, section by section. */
async function rateAll(page: Browser['page'], key: string): Promise<void> {
  for (;;) {
    const cards = page.getByRole('radiogroup').or(page.locator('main fieldset:has(input[type=radio])'))
    for (const card of await cards.all()) {
      const radio = card.locator('input[type=radio]').first()
      await radio.focus()
      await page.keyboard.press(key)
    }
    const next = page.getByRole('link', { name: /^Next section/ })
    if ((await next.count()) === 0) return
    const before = await page.getByRole('heading', { level: 1 }).textContent()
    await next.click()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).not.toBe(before)
  }
}

describe('from the register to the percentage', () => {
  it('works with the server stopped, on pages that keep WCAG 2.2 AA', async () => {
    const server = await serve(resolve('dist/app'), 0)
    browser = await openBrowser(server.url)
    const { page, errors } = browser
    await expectAccessible(page)
    await setUp(page)
    // The app may be opened once more with the server; from then on it has everything.
    await page.evaluate(() => navigator.serviceWorker.ready)
    await server.close()
    await page.reload()
    await page.getByRole('heading', { name: 'What to do next' }).waitFor()

    await importRegister(page, countyRegister(), '3,373')
    await expectAccessible(page)
    await addPerson(page, 'Health colleague', 'Health')
    await expectAccessible(page)
    await drawCycle(page, { plans: 6, seed: 'plumb line', doublePercent: 0 })
    await expectAccessible(page)
    await page.getByText('Share plans out').first().click()
    await page.getByLabel(/^Health colleague/).uncheck()
    await expectAccessible(page)
    await page.getByRole('button', { name: /^Give out/ }).click()
    await page.getByRole('heading', { name: 'How far are we?' }).waitFor()

    for (const rating of ['1', '1', '1', '1', '2', '3']) {
      await openAudit(page)
      if (rating !== '1') await expectAccessible(page)
      await rateAll(page, rating)
      await page.getByRole('link', { name: 'Check and submit' }).last().click()
      await page.getByLabel('Yes, or I had none').check()
      if (rating !== '1') await expectAccessible(page)
      await page.getByRole('button', { name: /^Submit/ }).click()
      await page.getByRole('heading', { name: /is submitted$/ }).waitFor()
    }
    await expectAccessible(page)

    await page.getByRole('link', { name: 'Results' }).click()
    // Four of six good or better. Wilson, 95 %: 30 to 90 % (worked by hand: (8 + 3.8415 ± …)/(2 × 9.8415)).
    await page
      .getByText(/4 of 6/)
      .first()
      .waitFor()
    const answer = await page.locator('main').textContent()
    expect(answer).toMatch(/30\D{1,8}90/)
    expect(answer).toMatch(/90\s?%/)
    await expectAccessible(page)

    for (const name of ['Home', 'Cycles', 'Register', 'Standards', 'Settings']) {
      await page.getByRole('link', { name, exact: true }).first().click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expectAccessible(page)
    }
    await page.getByRole('link', { name: 'Standards', exact: true }).click()
    await page.locator('main a[href*="/frameworks/"]').first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page)
    expect(errors).toEqual([])
  })
})
