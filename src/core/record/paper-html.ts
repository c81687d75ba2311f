/**
 * A document as one HTML file that needs nothing else: it opens in any browser, works with a screen reader, prints well and
 * asks nothing of any network.
 *
 * Pure. No script; the content security policy in the file allows its own style alone. Every text is escaped.
 * Rule: interface.md, "States" (the printed HTML record is the accessible primary).
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Column, EntryPart, Fact, Fill, Paper, Part, TablePart } from './paper'
import { paperStyle } from './paper-style'

/** The whole file. */
export function paperHtml(paper: Paper): string {
  const style = paperStyle(paper)
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${escapeHtml(paper.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(paper.title)}</title>
<style>${style}</style>
</head>
<body>
<main class="paper"${paper.mark === null ? '' : ` data-mark="${escapeHtml(paper.mark)}"`}>
<h1>${escapeHtml(paper.title)}</h1>
${paperBody(paper)}
</main>
</body>
</html>
`
}

/** What stands under the title: for the file, and for a page that has the title already. */
export function paperBody({ parts }: Pick<Paper, 'parts'>): string {
  return parts.map(partHtml).join('\n')
}

/** Text as it may stand in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function partHtml(part: Part): string {
  switch (part.type) {
    case 'heading':
      return `<h${part.level}>${escapeHtml(part.text)}</h${part.level}>`
    case 'text':
      return `<p${part.look ? ` class="${part.look}"` : ''}>${escapeHtml(part.text)}</p>`
    case 'notice':
      return `<p class="caution">${escapeHtml(part.text)}</p>`
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
    case 'facts':
      return `<table class="facts"><caption>${escapeHtml(part.caption)}</caption><tbody>${part.rows.map(factRow).join('')}</tbody></table>`
    case 'table':
      return tableHtml(part)
    case 'verdict':
      return `<div class="verdict"><p class="verdict__label">${escapeHtml(part.label)}</p><p class="verdict__word">${markHtml(part.fill)}${escapeHtml(part.word)}</p><p>${escapeHtml(part.text)}</p></div>`
    case 'entry':
      return entryHtml(part)
    case 'blanks':
      return `<dl class="blanks">${part.rows.map(({ term, text }) => `<div><dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd></div>`).join('')}</dl>`
    case 'ask': {
      const boxes = part.choices.map((choice) => `<li><span class="box"></span>${escapeHtml(choice)}</li>`).join('')
      return `<div class="ask">${headHtml(part.code, part.statement, part.under)}<ul class="choices">${boxes}</ul><p class="write">${escapeHtml(part.line)}<span class="line"></span></p></div>`
    }
  }
}

function headHtml(code: string, statement: string, under: string): string {
  return `<h4><span class="ref">${escapeHtml(code)}</span> ${escapeHtml(statement)}</h4><p class="under">${escapeHtml(under)}</p>`
}

function entryHtml({ code, statement, under, word, fill, details }: EntryPart): string {
  const head = `${headHtml(code, statement, under)}<p class="word">${markHtml(fill)}${escapeHtml(word)}</p>`
  const said = details.map(({ term, text }) => `<div><dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd></div>`)
  return `<div class="entry"><div class="head">${head}</div>${said.length > 0 ? `<dl>${said.join('')}</dl>` : ''}</div>`
}

function factRow({ term, text }: Fact): string {
  return `<tr><th scope="row">${escapeHtml(term)}</th><td>${escapeHtml(text)}</td></tr>`
}

function tableHtml({ caption, columns, rows, total }: TablePart): string {
  const head = columns.map((column) => `<th scope="col"${numberClass(column)}>${escapeHtml(column.title)}</th>`)
  return [
    `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => rowHtml(columns, row)).join('')}</tbody>`,
    total ? `<tfoot>${rowHtml(columns, total)}</tfoot>` : '',
    '</table>',
  ].join('')
}

function rowHtml(columns: readonly Column[], cells: readonly string[]): string {
  const [first = '', ...others] = cells
  const rest = others.map((cell, index) => `<td${numberClass(columns[index + 1])}>${escapeHtml(cell)}</td>`)
  return `<tr><th scope="row">${escapeHtml(first)}</th>${rest.join('')}</tr>`
}

function numberClass(column: Column | undefined): string {
  return column?.isNumber === true ? ' class="num"' : ''
}

/** A square that fills up, or a dash; the word beside it says the same. */
function markHtml(fill: Fill): string {
  const inside =
    fill === null
      ? '<path d="M2 6h8" stroke="currentColor" stroke-width="2"/>'
      : `<path d="M.75.75h10.5v10.5H.75z" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M0 ${12 - 12 * fill}h12V12H0z"/>`
  return `<svg class="fill" viewBox="0 0 12 12" aria-hidden="true" focusable="false">${inside}</svg>`
}

/** As a content security policy names an inline style. */
function hashOf(style: string): string {
  return `sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(style))))}`
}
