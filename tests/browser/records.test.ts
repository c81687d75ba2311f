import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { paperHtml } from '../../src/core/record/paper-html'
import { recordPaper } from '../../src/features/records/record-paper'
import { fullAudit, NAMES, recordOf } from '../core/record/sample-audit'
import { type PdfItem, pdfItems, squeeze, textsOf } from '../features/records/read-paper'
import { type Browser, openBrowser } from './chromium'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
/** Points: A4, and the margins that the print style asks for (16 mm at the sides, 20 mm at the foot). */
const PAGE = { width: 595.3, side: 45.3, foot: 56.6 }

let browser: Browser
let page: Page
const at = (path: string) => `${inject('appUrl')}demo/${path}`

beforeAll(async () => {
  browser = await openBrowser(`${inject('appUrl')}demo?start`)
  page = browser.page
  await page.getByRole('heading', { name: 'What to do next' }).waitFor({ timeout: 60_000 })
  await page.evaluate(() => navigator.serviceWorker.ready)
}, 120_000)
afterAll(() => browser.close())

/** Ids of released audits, from what stands in the open on the device. */
function releasedAudits(): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const request = <T>(wanted: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        wanted.onsuccess = () => done(wanted.result)
        wanted.onerror = () => failed(wanted.error)
      })
    const database = await request(indexedDB.open('plumbline-demo'))
    const rows = await request(database.transaction('rows').objectStore('rows').index('kind').getAll('audit'))
    database.close()
    return rows.flatMap(({ key, scope }) => (scope === 'auditors' ? [String(key).slice('audit/'.length)] : []))
  })
}

async function download(name: string): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  return { file: taken.suggestedFilename(), bytes: readFileSync(await taken.path()) }
}

/** As typed: the browser sets some letters as one. */
const wordsIn = (items: readonly PdfItem[]) =>
  squeeze(items.map(({ text }) => text.replace(/[\ufb00-\ufb06]/g, (letters) => letters.normalize('NFKC'))))

const HEADS = /CriterionRatingWeightEarned|SectionRatedPointsGrade/g

/** The words of a PDF without what stands on every sheet and without column headings that are repeated. */
function wordsOf(items: readonly PdfItem[], everySheet: readonly string[] = []): string {
  const body = items.filter(({ y, size }) => y > PAGE.foot && size < 40)
  const plain = everySheet.reduce((text, one) => text.replaceAll(squeeze([one]), ''), wordsIn(body))
  const seen = new Set<string>()
  return plain.replace(HEADS, (head) => {
    const shown = seen.has(head) ? '' : head
    seen.add(head)
    return shown
  })
}

function expectWithinMargins(items: readonly PdfItem[]): void {
  const beyond = items.filter(({ x, width, size }) => size < 40 && (x < 40 || x + width > PAGE.width - 40))
  expect(beyond).toEqual([])
}

const print = async (from: Page) => pdfItems(await from.pdf({ preferCSSPageSize: true }))

/** Opens a saved web page as its reader does: from a file, in a window of its own. */
async function openSaved(html: Buffer): Promise<Page> {
  const reader = await browser.context.newPage()
  const errors: string[] = []
  reader.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await reader.goto(`data:text/html;charset=utf-8;base64,${html.toString('base64')}`)
  expect(errors).toEqual([])
  return reader
}

describe('the record of an audit in Chromium', () => {
  it('says the same on the page, in print, as a web page and as a PDF, with the network gone', async () => {
    const released = await releasedAudits()
    expect(released.length).toBeGreaterThan(100)
    const picked = [0, 0.5, 0.99].map((share) => released[Math.floor(share * released.length)] ?? '')
    await browser.context.setOffline(true)
    for (const id of picked) {
      await page.goto(at(`records/${id}`))
      await page.locator('.paper h2').first().waitFor()
      const saved = await download('Save as a web page')
      const pdf = await download('Save as PDF')
      expect([saved.file, pdf.file]).toEqual([
        expect.stringMatching(/^audit-\w{3}-\w{3}\.html$/),
        saved.file.replace('.html', '.pdf'),
      ])
      const reader = await openSaved(saved.bytes)
      const words = squeeze([(await reader.locator('main').textContent()) ?? ''])
      expect(words.length).toBeGreaterThan(4_000)

      expect(wordsOf(await pdfItems(pdf.bytes))).toBe(words)
      const savedPrint = await print(reader)
      expect(wordsOf(savedPrint)).toBe(words)
      expectWithinMargins(savedPrint)
      await reader.close()

      const bar = await page.locator('.demo-bar__mark, .demo__sheet').allTextContents()
      const pagePrint = await print(page)
      expect(wordsOf(pagePrint, ['Fictional county: nothing here is real. Keep real plans out of it.', ...bar])).toBe(
        words,
      )
      expectWithinMargins(pagePrint.filter(({ text }) => !bar.some((one) => one.includes(text))))
    }
    await browser.context.setOffline(false)
    expect(browser.errors).toEqual([])
  })

  it('prints 81 criteria with 3,000 characters of note each whole, whatever the names and the words', async () => {
    const { framework, audit } = fullAudit()
    const paper = recordPaper(recordOf(framework, audit, { author: { agency: 'Health', name: NAMES } }))
    const reader = await openSaved(Buffer.from(paperHtml(paper)))
    const items = await print(reader)
    expect(wordsOf(items) === squeeze(textsOf(paper))).toBe(true)
    expectWithinMargins(items)
    for (const width of [1280, 320]) {
      await reader.setViewportSize({ width, height: 800 })
      expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
    await reader.close()
  })

  it('has no barrier that can be found by a tool, on the page and as a saved file, at 320 pixels too', async () => {
    const [id = ''] = await releasedAudits()
    await page.goto(at(`records/${id}`))
    await page.locator('.paper h2').first().waitFor()
    expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])
    const { bytes } = await download('Save as a web page')
    const reader = await openSaved(bytes)
    for (const width of [1280, 320]) {
      await reader.setViewportSize({ width, height: 800 })
      expect(
        (await new AxeBuilder({ page: reader }).withTags([...WCAG, 'best-practice']).analyze()).violations,
      ).toEqual([])
      expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
    await reader.close()
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('marks one’s own draft on every sheet, and is reached from the audit', async () => {
    await page.goto(at(''))
    const started = page.getByRole('listitem').filter({ hasText: /\d+ of \d+ rated/ })
    await started.getByRole('link', { name: /^Audit plan/ }).click()
    await page.getByRole('link', { name: 'The record so far' }).click()
    await page.getByText('This audit is a draft').waitFor()
    const { file, bytes } = await download('Save as PDF')
    expect(file).toMatch(/-draft\.pdf$/)
    const items = await pdfItems(bytes)
    const pages = Math.max(...items.map((item) => item.page))
    const marked = new Set(items.filter(({ size }) => size > 40).map((item) => item.page))
    expect(marked.size).toBe(pages)
  })
})

describe('the form on paper in Chromium', () => {
  it('prints every statement with its five boxes and a line, none of it cut', async () => {
    await page.goto(at('frameworks/ehcp-plan/1.0.0/form'))
    await page.getByRole('heading', { level: 4 }).first().waitFor()
    const statements = await page.getByRole('heading', { level: 4 }).allTextContents()
    expect(statements).toHaveLength(22)
    const items = await print(page)
    const words = wordsIn(items)
    for (const statement of statements) expect(words).toContain(squeeze([statement]))
    expect(words.match(/CannottellNote/g)).toHaveLength(22)
    // An entry is never parted from its boxes: the code and "Note" of each stand on one sheet.
    const notes = items.filter(({ text }) => text.trim() === 'Note')
    expect(notes).toHaveLength(22)
    expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([])
  })
})
