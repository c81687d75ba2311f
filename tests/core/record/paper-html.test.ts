// @vitest-environment jsdom
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Paper, Part } from '../../../src/core/record/paper'
import { escapeHtml, paperHtml } from '../../../src/core/record/paper-html'
import { paperStyle } from '../../../src/core/record/paper-style'

const HOSTILE = `</style></script><script>alert(1)</script><img src=x onerror=alert(2)> "' & \\ }`

const PARTS: readonly Part[] = [
  { type: 'text', text: HOSTILE, look: 'lead' },
  { type: 'notice', text: HOSTILE },
  { type: 'heading', level: 2, text: `Two ${HOSTILE}` },
  { type: 'verdict', label: 'Grade', word: HOSTILE, fill: 0.75, text: HOSTILE },
  { type: 'heading', level: 3, text: 'Three' },
  { type: 'list', items: [HOSTILE, 'second'] },
  { type: 'facts', caption: HOSTILE, rows: [{ term: 'Term', text: HOSTILE }] },
  {
    type: 'table',
    caption: 'Sums',
    columns: [
      { title: 'What', share: 2 },
      { title: 'How much', share: 1, isNumber: true },
    ],
    rows: [[HOSTILE, '1.5']],
    total: ['Together', '1.5'],
  },
  {
    type: 'entry',
    code: 'F1',
    statement: HOSTILE,
    under: 'Statutory',
    word: 'Met',
    fill: 1,
    details: [{ term: 'Note', text: `One\nTwo ${HOSTILE}` }],
  },
  { type: 'blanks', rows: [{ term: 'Code', text: '' }] },
  { type: 'ask', code: 'F2', statement: HOSTILE, under: '', choices: ['Met', 'Not met'], line: 'Note' },
]

const paper: Paper = {
  language: 'en-GB',
  title: `Title ${HOSTILE}`,
  mark: HOSTILE,
  foot: HOSTILE,
  pageWords: ['Page ', ' of ', ''],
  parts: PARTS,
}

const plainQuotes = paperStyle({ foot: '', pageWords: ['', '', ''] }).match(/"/g)?.length ?? 0
const open = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const sample = open(paperHtml(paper))

describe('a document as an HTML file', () => {
  it('shows every text as it is, whatever signs it holds, and never runs any of it', () => {
    expect(sample.querySelectorAll('script, img, iframe, object, link')).toHaveLength(0)
    expect(sample.querySelector('h1')?.textContent).toBe(`Title ${HOSTILE}`)
    expect(sample.querySelector('.caution')?.textContent).toBe(HOSTILE)
    expect(sample.querySelector('.entry dd')?.textContent).toBe(`One\nTwo ${HOSTILE}`)
    expect(sample.querySelector('main')?.getAttribute('data-mark')).toBe(HOSTILE)
    expect(sample.querySelectorAll('style')).toHaveLength(1)
  })

  it('allows its own style and nothing else, by a policy inside the file', () => {
    const style = sample.querySelector('style')?.textContent ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    const policy = sample.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`)
  })

  it('asks nothing of any network', () => {
    const text = paperHtml({ ...paper, parts: [], title: '', mark: null, foot: '' })
    expect(text).not.toMatch(/https?:|url\(|@import|\bsrc=|\bhref=/)
  })

  it('says its language and its title', () => {
    expect(sample.documentElement.lang).toBe('en-GB')
    expect(sample.title).toBe(`Title ${HOSTILE}`.replace(/\s+/g, ' '))
  })

  it('has headings in order, none left out', () => {
    const levels = [...sample.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => Number(tagName[1]))
    expect(levels).toEqual([1, 2, 3, 4, 4])
  })

  it('names every table and says what each heading of it stands for', () => {
    for (const table of sample.querySelectorAll('table')) {
      expect(table.querySelector('caption')?.textContent).not.toBe('')
      for (const cell of table.querySelectorAll('thead th')) expect(cell.getAttribute('scope')).toBe('col')
      for (const row of table.querySelectorAll('tbody tr, tfoot tr')) {
        expect(row.firstElementChild?.getAttribute('scope')).toBe('row')
      }
    }
  })

  it('never tells by its mark alone: a word stands beside each, and the mark is not read out', () => {
    for (const mark of sample.querySelectorAll('svg')) {
      expect(mark.getAttribute('aria-hidden')).toBe('true')
      expect(mark.parentElement?.textContent).not.toBe('')
    }
  })

  it('gives back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = open(`<p>${escapeHtml(text)}</p>`).querySelector('p')?.textContent
        expect(found).toBe(text)
      }),
    )
  })

  it('lets no text end its style', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (foot) => {
        const style = paperStyle({ foot, pageWords: [foot, foot, foot] })
        expect(style).not.toMatch(/[<>]/)
        expect(style.match(/"/g)).toHaveLength(plainQuotes)
      }),
    )
  })
})
