/**
 * Recognises a file by its content and hands on its text, or says why it is no list of plans.
 *
 * Pure. Cheap looks come first, so that a picture, a PDF or fifty megabytes without a line break are refused before
 * anything is decoded or parsed. Formats that get a reader later are told apart here already.
 */
import { ok, type Result } from '../result'
import { decode, type Encoding, looksBinary } from './encoding'
import { signatureOf } from './signature'
import type { RegisterRefusal } from './types'
import { refuse } from './words'

/** England's register is about 100 MB; a browser cannot hold much more as one text. */
const MOST_BYTES = 256 * 1024 * 1024
/** A line is at most a row: no row of a register comes near a million characters. */
const LONGEST_LINE = 1_000_000
const HEAD_BYTES = 4096

export interface TableText {
  readonly text: string
  readonly encoding: Encoding
  /** The file ends in the middle of a letter. */
  readonly cut: boolean
}

/** @returns the text of a table, not yet known to be a register. */
export function recognise(bytes: Uint8Array): Result<TableText, RegisterRefusal> {
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > MOST_BYTES) return refuse('too-large')
  const signature = signatureOf(bytes)
  if (signature === 'workbook') return refuse('workbook-not-read-yet')
  if (signature !== 'perhaps-text') return refuse(signature)
  const head = decode(bytes.subarray(0, HEAD_BYTES)).text
  if (looksBinary(head)) return refuse('not-text')
  const start = head.trimStart()
  if (start.startsWith('<')) return refuseMarkup(bytes)
  if (/^[[{]\s*["{[\]}\d]/.test(start) && !/^\[[^\]\n]*\]\s*[,;\t|]/.test(start)) return refuse('json')
  if (longestLine(bytes) > LONGEST_LINE) return refuse('line-too-long')
  const { text, encoding, cut } = decode(bytes)
  if (looksBinary(text)) return refuse('not-text')
  return text.trim() === '' ? refuse('empty') : ok({ text, encoding, cut })
}

/** XML and HTML: told apart by the root element, without ever opening a declaration. */
function refuseMarkup(bytes: Uint8Array): Result<TableText, RegisterRefusal> {
  const { text } = decode(bytes.subarray(0, 64 * HEAD_BYTES))
  const root = /<([A-Za-z_][\w.-]*(?::[\w.-]+)?)/.exec(text.replace(/<!--[\s\S]*?(?:-->|$)/g, ''))?.[1] ?? ''
  if (/^html$/i.test(root) || /<!doctype\s+html/i.test(text)) return refuse('web-page')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refuse('document-type-declaration')
  if (root === '') return refuse('not-well-formed')
  const collection = /<(?:\w+:)?Collection\s*>\s*([^<\s]*)/i.exec(text)?.[1] ?? ''
  return refuse(/^sen2$/i.test(collection) ? 'sen2-not-read-yet' : 'another-return')
}

/** Most bytes between two line ends. Works on undecoded text: line ends have the same bytes in every encoding read here. */
function longestLine(bytes: Uint8Array): number {
  let longest = 0
  let from = 0
  while (from < bytes.length && longest <= LONGEST_LINE) {
    const lf = bytes.indexOf(10, from)
    const end = lf < 0 ? bytes.length : lf
    const length = end - from
    if (length > longest) longest = length > LONGEST_LINE ? longestBetweenReturns(bytes.subarray(from, end)) : length
    from = end + 1
  }
  return longest
}

/** For files whose lines end in a carriage return alone. */
function longestBetweenReturns(bytes: Uint8Array): number {
  let longest = 0
  let from = 0
  while (from < bytes.length) {
    const cr = bytes.indexOf(13, from)
    const end = cr < 0 ? bytes.length : cr
    longest = Math.max(longest, end - from)
    from = end + 1
  }
  return longest
}
