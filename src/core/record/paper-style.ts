/**
 * How a document looks on a screen and in print: one column of calm text, tables that fit, nothing that breaks in two.
 *
 * Pure. Everything hangs under `.paper`, so that a page of the app can adopt the same style. Sizes follow the reader's own
 * letters; print is A4 with the foot and the page number in the margin where the browser can.
 */
import type { Paper } from './paper'

const SCREEN = `
html,body{margin:0}
.paper{max-width:48rem;margin:0 auto;padding:2rem 1.25rem 4rem;box-sizing:border-box;position:relative;color:#14191a;background:#fff;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
.paper h1,.paper h2,.paper h3,.paper h4,.paper p,.paper ul,.paper dl,.paper dd{margin:0;padding:0}
.paper p,.paper li,.paper dt,.paper dd,.paper th,.paper td{font:inherit;color:inherit}
.paper h1,.paper h2,.paper h3,.paper h4{font-family:inherit}
.paper h1{font-size:1.9em;line-height:1.2;margin-bottom:.5rem}
.paper h2{font-size:1.4em;line-height:1.25;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:3px solid #1f4d52}
.paper h3{font-size:1.15em;line-height:1.3;margin:1.75rem 0 .5rem;color:#1f4d52}
.paper h4{font-size:1em;line-height:1.4}
.paper p,.paper dd,.paper td,.paper li{white-space:pre-line}
.paper p{margin-bottom:.75rem}
.paper .lead{font-size:1.1em}
.paper .soft,.paper .under{color:#4a5658;font-size:.9em}
.paper ul{list-style:disc;padding-left:1.25rem;margin-bottom:.75rem}
.paper li{margin-bottom:.3rem}
.paper .caution{padding:.75rem 1rem;border-left:6px solid #8a4b00;background:#fdf3e1;margin:1rem 0}
.paper .verdict{padding:1rem 1.25rem;border:2px solid #1f4d52;border-radius:6px;margin-bottom:1rem}
.paper .verdict p{margin:0}
.paper .verdict .verdict__label{font-size:.95em;color:#4a5658}
.paper .verdict .verdict__word{font-size:1.7em;line-height:1.3;font-weight:700}
.paper .fill{width:.75em;height:.75em;margin-right:.4em;fill:currentColor;overflow:visible}
.paper table{width:100%;border-collapse:collapse;margin:1rem 0 1.25rem;font-variant-numeric:tabular-nums}
.paper caption{text-align:left;font-weight:700;font-size:1.05em;padding:0 0 .35rem}
.paper th,.paper td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid #cfd8d9}
.paper th:last-child,.paper td:last-child{padding-right:0}
.paper thead th{font-weight:700;border-bottom:2px solid #14191a}
.paper thead th,.paper tbody td{overflow-wrap:break-word}
.paper .facts th{width:32%;font-weight:600}
.paper .facts td{overflow-wrap:anywhere}
.paper tfoot th,.paper tfoot td{font-weight:700;border-top:2px solid #14191a;border-bottom:0}
.paper .num{text-align:right}
.paper .entry,.paper .ask{padding:.9rem 0 .9rem 3.5rem;border-bottom:1px solid #cfd8d9}
.paper .entry h4,.paper .ask h4{display:grid;grid-template-columns:3.5rem minmax(0,1fr);margin-left:-3.5rem}
.paper .ref{color:#1f4d52}
.paper .entry p,.paper .ask p{margin:.15rem 0 0}
.paper .entry .word{font-weight:700;margin-top:.4rem}
.paper .entry dl{margin-top:.4rem}
.paper .entry dl div{display:grid;grid-template-columns:6rem minmax(0,1fr);gap:0 .75rem;margin-top:.2rem}
.paper .entry dt{color:#4a5658}
.paper .blanks div{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:.75rem;align-items:end;padding-top:.6rem}
.paper .blanks dd{min-height:1.6rem;border-bottom:1px solid #14191a;font-weight:700}
.paper .choices{display:flex;flex-wrap:wrap;gap:.35rem 1.4rem;list-style:none;padding:0;margin:.6rem 0 0}
.paper .choices li{display:flex;align-items:center;gap:.45rem;margin:0}
.paper .box{flex:none;width:1rem;height:1rem;border:1.5px solid #14191a;box-sizing:border-box}
.paper .ask .write{display:flex;align-items:flex-end;gap:.6rem;min-height:2rem;color:#4a5658;font-size:.9em}
.paper .line{flex:1;border-bottom:1px solid #14191a;min-height:1.9rem}
.paper[data-mark]::before{content:attr(data-mark);position:absolute;top:6rem;right:1.25rem;font-size:min(5em,16vw);line-height:1;white-space:nowrap;font-weight:700;color:#14191a;opacity:.07;transform:rotate(-12deg);pointer-events:none}
@media screen and (max-width:30rem){.paper th{hyphens:auto}.paper .entry,.paper .ask{padding-left:0}.paper .entry h4,.paper .ask h4{display:block;margin-left:0}.paper .ref{display:block}.paper .entry dl div,.paper .blanks div{grid-template-columns:minmax(0,1fr)}.paper .verdict .verdict__word{font-size:1.4em}.paper table{font-size:.875em}.paper th,.paper td{padding-right:.35rem}}
@media (forced-colors:active){.paper .caution,.paper .verdict,.paper .box{border-color:CanvasText}.paper .fill{forced-color-adjust:auto}}
`

const PRINT = `
@media print{.paper{max-width:none;padding:0;font-size:10pt;line-height:1.35}.paper h1{font-size:19pt}.paper h2{font-size:14pt;margin-top:18pt}.paper h3{font-size:11.5pt;margin-top:12pt}.paper h4{font-size:10pt}.paper .entry,.paper .ask{padding-top:.5rem;padding-bottom:.5rem}.paper .choices{margin-top:.35rem}.paper .ask .write{min-height:0}.paper .line{min-height:1.5rem}.paper .lead{font-size:11pt}.paper caption{font-size:10.5pt}.paper h1,.paper h2,.paper h3,.paper h4,.paper caption,.paper .head:not(:last-child),.paper thead,.paper h3+.soft,.paper h2+p{break-after:avoid}.paper .head,.paper thead,.paper h1,.paper h2,.paper h3,.paper h4{break-inside:avoid}.paper tr,.paper .verdict,.paper .caution,.paper .ask,.paper .blanks,.paper li{break-inside:avoid}.paper p,.paper dd,.paper li{orphans:3;widows:3}.paper thead{display:table-header-group}.paper tfoot{display:table-row-group}.paper .box,.paper .fill,.paper .caution{print-color-adjust:exact;-webkit-print-color-adjust:exact}.paper[data-mark]::before{position:fixed;top:40%;left:0;right:0;text-align:center;font-size:90pt;transform:rotate(-30deg)}}
`

export function paperStyle({ foot, pageWords }: Pick<Paper, 'foot' | 'pageWords'>): string {
  const [before, between, after] = pageWords.map(cssString)
  const margin = 'font:8.5pt system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:#4a5658'
  const page = `@page{size:A4;margin:17mm 16mm 20mm;@bottom-left{content:${cssString(foot)};${margin}}@bottom-right{content:${before} counter(page) ${between} counter(pages) ${after};${margin}}}`
  return `${SCREEN.trim()}\n${PRINT.trim()}\n${page}`
}

/** A quoted string of CSS: whatever is not a plain letter, digit or space stands as its number, so that nothing ends it. */
function cssString(text: string): string {
  return `"${text.replace(/[^A-Za-z0-9 ]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`
}
