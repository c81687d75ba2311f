// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Paper } from '../../../src/core/record/paper'
import { formPaper } from '../../../src/features/records/form-paper'
import { GAP } from '../../../src/features/records/pdf/glyphs'
import { paperPdf } from '../../../src/features/records/pdf/paper-pdf'
import { SHEET } from '../../../src/features/records/pdf/sheet'
import { recordPaper } from '../../../src/features/records/record-paper'
import { recordPage } from '../../../src/text/records'
import { auditOf, fullAudit, hashOf, NAMES, recordOf } from '../../core/record/sample-audit'
import { readFramework } from '../../frameworks/bundled'
import { type PdfItem, pdfItems, squeeze, textsOf } from './read-paper'

const FOLDER = 'src/features/records/fonts'
const fonts = {
  regular: new Uint8Array(readFileSync(`${FOLDER}/DejaVuSansCondensed.ttf`)),
  bold: new Uint8Array(readFileSync(`${FOLDER}/DejaVuSansCondensed-Bold.ttf`)),
}

async function printed(paper: Paper) {
  const { bytes, gaps } = paperPdf(paper, fonts, recordPage.gaps)
  const items = await pdfItems(bytes)
  const isFoot = ({ y }: PdfItem) => y < SHEET.bottom
  const isMark = ({ size }: PdfItem) => size > 40
  return {
    gaps,
    body: withoutRepeats(
      paper,
      items.filter((item) => !isFoot(item) && !isMark(item)),
    ),
    feet: items.filter(isFoot),
    marks: items.filter(isMark),
    pages: Math.max(...items.map(({ page }) => page)),
  }
}

/** Column headings that stand again at the top of a page; at the start of a table its caption stands before them. */
function withoutRepeats({ parts }: Paper, items: readonly PdfItem[]): readonly PdfItem[] {
  const heads = parts.flatMap((part) => (part.type === 'table' ? [part.columns.map(({ title }) => title)] : []))
  const starts = items.flatMap(({ page }, index) => (page === items[index - 1]?.page ? [] : [index]))
  const repeated = new Set(
    starts.flatMap((start) => {
      const head = heads.find((titles) => titles.every((title, column) => items[start + column]?.text === title))
      return head ? head.map((_, column) => start + column) : []
    }),
  )
  return items.filter((_, index) => !repeated.has(index))
}

/** Nothing beyond the margins, no two texts over each other. */
function expectUnclipped(body: readonly PdfItem[]): void {
  const right = SHEET.width - SHEET.right
  const beyond = body.filter(({ x, width }) => x < SHEET.left - 0.5 || x + width > right + 0.5)
  expect(beyond).toEqual([])
  const outside = body.filter(({ y, size }) => y < SHEET.bottom || y + size * 0.75 > SHEET.height - SHEET.top + 1)
  expect(outside).toEqual([])
  const byLine = new Map<string, PdfItem[]>()
  for (const item of body) {
    const key = `${item.page}|${item.y.toFixed(1)}`
    byLine.set(key, [...(byLine.get(key) ?? []), item])
  }
  for (const line of byLine.values()) {
    const ordered = line.toSorted((a, b) => a.x - b.x)
    ordered.forEach((item, index) => {
      const next = ordered[index + 1]
      if (next) expect(item.x + item.width, `${item.text} | ${next.text}`).toBeLessThanOrEqual(next.x + 0.5)
    })
  }
}

const core = readFramework('ehcp-core/1.0.0.json')
const coreIds = core.sections.flatMap(({ criteria }) => criteria).map(({ id }) => id)
const allMet = Object.fromEntries(coreIds.map((id) => [id, { rating: 'met' as const }]))

describe('the PDF of a record', { timeout: 60_000 }, () => {
  it('says what the record says, word for word, for 81 criteria with notes of 3,000 characters each', async () => {
    const { framework, audit } = fullAudit()
    expect(Object.keys(audit.notes)).toHaveLength(81)
    expect(Object.values(audit.notes).every((note) => note.length >= 2_900)).toBe(true)
    const paper = recordPaper(recordOf(framework, audit, { author: { agency: 'Health', name: NAMES } }))
    const { body, gaps } = await printed(paper)
    expect(gaps).toBe(0)
    expect(squeeze(body.map(({ text }) => text)) === squeeze(textsOf(paper))).toBe(true)
    expectUnclipped(body)
  })

  it('keeps names of every European alphabet', async () => {
    const paper = recordPaper(
      recordOf(core, auditOf(core, { ratings: allMet }), { author: { agency: 'Health', name: NAMES } }),
    )
    const { body } = await printed(paper)
    expect(body.map(({ text }) => text).join(' ')).toContain(`${NAMES}, for Health`)
  })

  it('has the same words between the same spaces when no word is too long for its line', async () => {
    const notes = { F2: 'Hours are missing.\n\nFrequency is missing too.' }
    const paper = recordPaper(recordOf(core, auditOf(core, { ratings: allMet, notes })))
    const words = (texts: readonly string[]) => texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '')
    const { body } = await printed(paper)
    expect(words(body.map(({ text }) => text))).toEqual(words(textsOf(paper)))
  })

  it('composes letters that were typed as letter and accent', async () => {
    const notes = { F2: 'W\u0302yn, Zoe\u0308' }
    const { body, gaps } = await printed(recordPaper(recordOf(core, auditOf(core, { ratings: allMet, notes }))))
    expect(body.map(({ text }) => text)).toContain('Ŵyn, Zoë')
    expect(gaps).toBe(0)
  })

  it('shows a sign for what its fonts lack, counts it as a reader would, and says so under the title', async () => {
    const notes = { F2: 'Said “नाम” and 😀👩‍👧, الاسم.' } // 2 + 2 + 5 characters as a reader counts them
    const paper = recordPaper(recordOf(core, auditOf(core, { ratings: allMet, notes })))
    const { body, gaps } = await printed(paper)
    expect(gaps).toBe(9)
    const text = body.map((item) => item.text).join(' ')
    expect(text).toContain(`Said “${GAP.repeat(2)}” and ${GAP.repeat(2)}, ${GAP.repeat(5)}.`)
    expect(text).toContain(recordPage.gaps(9))
  })

  it('names the audit and the page at the foot of every page', async () => {
    const { framework, audit } = fullAudit(core)
    const { feet, pages } = await printed(recordPaper(recordOf(framework, audit)))
    expect(pages).toBeGreaterThan(10)
    const footOf = (page: number) => feet.filter((item) => item.page === page).map(({ text }) => text)
    for (let page = 1; page <= pages; page += 1) {
      expect(footOf(page)).toEqual(['Audit K7F-2Q9', `Page ${page} of ${pages}`])
    }
  })

  it('marks every page of a draft, and none of a submitted audit', async () => {
    const { submittedAt: _never, ...draft } = auditOf(core, { ratings: {}, state: 'draft' })
    const paper = recordPaper(recordOf(core, { ...draft, submittedAt: null }))
    const { marks, pages } = await printed(paper)
    expect(marks.map(({ text, page }) => [text, page])).toEqual(
      Array.from({ length: pages }, (_, index) => ['Draft', index + 1]),
    )
    const submitted = await printed(recordPaper(recordOf(core, auditOf(core, { ratings: allMet }))))
    expect(submitted.marks).toEqual([])
  })

  it('prints the form on paper as it is', async () => {
    const paper = formPaper({
      framework: core,
      contentHash: hashOf(core),
      criteria: coreIds,
      code: 'K7F-2Q9',
      agency: 'Health',
    })
    const { body } = await printed(paper)
    expect(squeeze(body.map(({ text }) => text)) === squeeze(textsOf(paper))).toBe(true)
    expectUnclipped(body)
  })
})
