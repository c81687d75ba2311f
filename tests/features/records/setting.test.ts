// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GAP, showable } from '../../../src/features/records/pdf/glyphs'
import { paginate } from '../../../src/features/records/pdf/paginate'
import { type Row, rowOf, space } from '../../../src/features/records/pdf/sheet'
import { wrapText } from '../../../src/features/records/pdf/wrap'

/** Every letter one wide. */
const measure = (text: string) => Array.from(text).length

describe('wrapping', () => {
  it('breaks between words, and inside a word only when it is longer than the line', () => {
    expect(wrapText('a note of words', 6, measure)).toEqual(['a note', 'of', 'words'])
    expect(wrapText('see abcdefghij now', 6, measure)).toEqual(['see', 'abcdef', 'ghij', 'now'])
  })

  it('keeps the line breaks of the text, empty lines too', () => {
    expect(wrapText('one\n\ntwo', 9, measure)).toEqual(['one', '', 'two'])
  })

  it('loses nothing and fits every line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 12, max: 40 }), (text, width) => {
        const lines = wrapText(text, width, measure)
        const plain = (words: string) => words.replace(/[ \n]+/g, '')
        expect(plain(lines.join(''))).toBe(plain(text))
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('text that a font can show', () => {
  const latin = (codePoint: number) => (codePoint >= 0x20 && codePoint < 0x250) || codePoint === 0x2019

  it('composes accents, keeps line breaks, turns other white space into spaces and drops what has no width', () => {
    expect(showable('Zoe\u0308\u00a0Ng\u2019ang\u2019a\tx\r\ny\u200b\u00ad\ufe0fz\u0000', latin)).toEqual({
      text: 'Zoë Ng’ang’a x\nyz',
      gaps: 0,
    })
  })

  it('replaces what has no glyph by one sign for each character a reader sees', () => {
    expect(showable('a\u{1F469}\u200d\u{1F467}b नि', latin)).toEqual({ text: `a${GAP}b ${GAP}`, gaps: 2 })
  })
})

describe('pages', () => {
  const line = (name: string, more: Partial<Row> = {}) =>
    rowOf(10, [{ type: 'text', x: 0, y: 0, text: name, size: 10, bold: false, ink: 'ink' }], more)
  const namesOf = (pages: readonly (readonly Row[])[]) =>
    pages.map((rows) => rows.flatMap(({ marks }) => marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []))))

  it('takes what is kept together to the next page as a whole', () => {
    const rows = [line('a'), line('b'), line('heading', { keepWithNext: true }), line('text')]
    expect(namesOf(paginate(rows, 30))).toEqual([
      ['a', 'b'],
      ['heading', 'text'],
    ])
  })

  it('breaks what is higher than a page between its lines', () => {
    const rows = Array.from({ length: 5 }, (_, index) => line(`${index}`, { keepWithNext: index < 4 }))
    expect(namesOf(paginate(rows, 20))).toEqual([['0', '1'], ['2', '3'], ['4']])
  })

  it('repeats the headings of a table at the top of a page, and starts no page with empty space', () => {
    const head = line('head')
    const rows = [head, line('1', { repeat: [head] }), space(10), line('2', { repeat: [head] }), space(10), line('3')]
    expect(namesOf(paginate(rows, 20))).toEqual([['head', '1'], ['head', '2'], ['3']])
  })

  it('loses no line, keeps their order and overfills no page', () => {
    const row = fc.record({ height: fc.integer({ min: 1, max: 40 }), keepWithNext: fc.boolean() })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (given) => {
        const rows = given.map(({ height, keepWithNext }, index) => ({ ...line(`${index}`, { keepWithNext }), height }))
        const pages = paginate(rows, 100)
        expect(namesOf(pages).flat()).toEqual(rows.map((_, index) => `${index}`))
        for (const page of pages) expect(page.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(100)
      }),
    )
  })
})
