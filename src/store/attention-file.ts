/**
 * What needs attention as one file to keep: a page anybody can read, with everything each op carried in it as data.
 *
 * Pure: the words come from the screen. Rule: issue "A refused op stays, explained, exportable".
 */
import type { AttentionItem } from './attention'

export interface AttentionWords {
  /** Of the language, for example `en-GB`. */
  readonly lang: string
  readonly title: string
  readonly intro: string
  readonly headings: {
    readonly at: string
    readonly kind: string
    readonly about: string
    readonly why: string
    readonly said: string
  }
  readonly time: (iso: string) => string
  readonly kind: (kind: string) => string
  readonly why: (item: AttentionItem) => string
  /** Where nothing is known of what it was about. */
  readonly unknown: string
}

/** @returns HTML that stands alone and loads nothing; the items follow as JSON in an element of their own. */
export function exportAttention(items: readonly AttentionItem[], words: AttentionWords): string {
  const { headings } = words
  const head = [headings.at, headings.kind, headings.about, headings.why, headings.said]
  const rows = items.map((item) => [
    words.time(item.at),
    words.kind(item.kind),
    aboutText(item, words),
    words.why(item),
    JSON.stringify(item.data, null, 2),
  ])
  const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${escaped(text)}</${tag}>`).join('')}</tr>`
  return `<!doctype html>
<html lang="${escaped(words.lang)}">
<head>
<meta charset="utf-8">
<title>${escaped(words.title)}</title>
<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}th,td{border:1px solid;padding:.4em;text-align:left;vertical-align:top;white-space:pre-wrap}</style>
</head>
<body>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.intro)}</p>
<table>
<thead>${cells('th', head)}</thead>
<tbody>${rows.map((row) => cells('td', row)).join('\n')}</tbody>
</table>
<script type="application/json" id="items">${JSON.stringify(items).replaceAll('<', '\\u003c')}</script>
</body>
</html>
`
}

function aboutText({ about }: AttentionItem, { unknown }: AttentionWords): string {
  return [about.code, about.criterionId].filter((part) => part !== null).join(', ') || unknown
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
