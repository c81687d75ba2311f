import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { serve } from '../../scripts/lib/serve.mjs'
import { type Browser, endBrowser, openBrowser } from './chromium'
import { drawCycle, importRegister, miniRegister, openAudit, setUp, shareOut } from './steps'

let browser: Browser | undefined
let release: { folder: string; close: () => Promise<void> } | undefined
afterEach(async ({ task }) => {
  await endBrowser(browser, task)
  await release?.close()
  if (release) rmSync(release.folder, { recursive: true, force: true })
  browser = undefined
  release = undefined
})

/** A copy of the app that can be replaced by a newer version while people use it. */
async function served(): Promise<{ url: string; publish: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-release-'))
  cpSync(resolve('dist/app'), folder, { recursive: true })
  const { url, close } = await serve(folder, 0)
  release = { folder, close }
  return { url, publish: () => appendFileSync(join(folder, 'sw.js'), '\n// a newer version\n') }
}

function lookForUpdate(page: Browser['page']): Promise<unknown> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
  })
}

describe('a new version', () => {
  it('waits for the user’s word and for what is being typed, and then reloads every tab', async () => {
    const { url, publish } = await served()
    browser = await openBrowser(url)
    const { page, context, errors } = browser
    await setUp(page)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.reload()
    await importRegister(page, miniRegister(), '60')
    await drawCycle(page, { plans: 2, seed: 'update' })
    await shareOut(page)
    await openAudit(page)
    const other = await context.newPage()
    await other.goto(`${url}cycles`)
    await other.getByRole('heading', { level: 1 }).waitFor()

    publish()
    await lookForUpdate(page)
    const take = page.getByRole('button', { name: 'Update now' })
    await take.waitFor()
    // Nothing happens until somebody says so.
    await page.waitForTimeout(1500)
    expect(await take.isVisible()).toBe(true)

    await page
      .getByRole('button', { name: /Add a note/ })
      .first()
      .click()
    const note = page.locator('main textarea').first()
    await note.press('A')
    expect(await take.isDisabled()).toBe(true)
    await note.pressSequentially(' note in the middle of an update')
    await page.locator('[data-save=saved]').waitFor()

    const reloaded = [page, other].map((tab) => tab.waitForEvent('load'))
    await take.click()
    await Promise.all(reloaded)
    expect(await page.locator('main textarea').first().inputValue()).toBe('A note in the middle of an update')
    await other.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('button', { name: 'Update now' }).count()).toBe(0)
    // The parts of the version before are kept for one release.
    const previous = await page.evaluate(async () => (await (await caches.open('plumbline-previous')).keys()).length)
    expect(previous).toBeGreaterThan(5)
    expect(errors).toEqual([])
  })
})
