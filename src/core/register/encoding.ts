/**
 * Bytes to text: UTF-8 with or without a mark, UTF-16 in either order, and Windows-1252 for everything else.
 *
 * Pure. Windows-1252 is decoded by its own table: it has a letter for every byte, so it is tried last, and only on bytes
 * that look like text. A UTF-8 file cut in the middle of a letter is still UTF-8, and known to be cut.
 */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** The last letter is incomplete: the file was cut. */
  readonly cut: boolean
}

/** What Windows-1252 puts at 0x80 to 0x9F; the five empty places become the replacement letter. */
const UPPER_CONTROLS =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178'
const SAMPLE_BYTES = 4096
const PIECE = 8192

/** Chooses the encoding and decodes. Never fails: what cannot be text is found by signature.ts and by `looksBinary`. */
export function decode(bytes: Uint8Array): Decoded {
  const marked = markedEncoding(bytes)
  if (marked) return decodeAs(bytes.subarray(marked.skip), marked.encoding)
  const wide = unmarkedUtf16(bytes)
  if (wide) return decodeAs(bytes, wide)
  return decodeAs(bytes, 'utf-8')
}

function markedEncoding(bytes: Uint8Array): { encoding: Encoding; skip: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', skip: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 }
  return null
}

/** Text in Latin letters as UTF-16 has a zero in nearly every second byte. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1
  if (length < 8) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const pairs = length / 2
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le'
  return even > pairs * 0.7 && odd < pairs * 0.05 ? 'utf-16be' : null
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const text = new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length & ~1))
    return { text, encoding, cut: bytes.length % 2 === 1 }
  }
  const whole = strictUtf8(bytes)
  if (whole !== null) return { text: whole, encoding: 'utf-8', cut: false }
  const tail = incompleteTail(bytes)
  const head = tail > 0 ? strictUtf8(bytes.subarray(0, bytes.length - tail)) : null
  if (head !== null && head.length < bytes.length - tail) return { text: head, encoding: 'utf-8', cut: true }
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252', cut: false }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** How many last bytes begin a UTF-8 letter without finishing it. */
function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc2 && byte <= 0xf4) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
    if (byte < 0x80 || byte > 0xbf) return 0
  }
  return 0
}

function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = []
  const codes = new Uint16Array(PIECE)
  for (let from = 0; from < bytes.length; from += PIECE) {
    const length = Math.min(PIECE, bytes.length - from)
    for (let i = 0; i < length; i++) {
      const byte = bytes[from + i] ?? 0
      codes[i] = byte >= 0x80 && byte < 0xa0 ? UPPER_CONTROLS.charCodeAt(byte - 0x80) : byte
    }
    parts.push(String.fromCharCode(...codes.subarray(0, length)))
  }
  return parts.join('')
}

/** Whether decoded text holds control characters that no table has. */
export function looksBinary(text: string): boolean {
  const sample = text.length > 65_536 ? text.slice(0, 65_536) : text
  let odd = 0
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i)
    if (code === 0) return true
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 26) || code === 0xfffd) odd++
  }
  return odd > 3 + sample.length / 500
}
