/**
 * What kind of file the first bytes show, before anything is decoded: image, PDF, archive, workbook, or perhaps text.
 *
 * Pure. A file is judged by its content, never by the end of its name: an image called .csv is an image.
 */

export type Signature = 'image' | 'pdf' | 'workbook' | 'archive' | 'old-workbook' | 'not-text' | 'perhaps-text'

interface Mark {
  readonly at: number
  readonly bytes: readonly number[]
  readonly is: Signature
}

const MARKS: readonly Mark[] = [
  { at: 0, bytes: [0x89, 0x50, 0x4e, 0x47], is: 'image' },
  { at: 0, bytes: [0xff, 0xd8, 0xff], is: 'image' },
  { at: 0, bytes: [0x47, 0x49, 0x46, 0x38], is: 'image' },
  { at: 0, bytes: [0x49, 0x49, 0x2a, 0x00], is: 'image' },
  { at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a], is: 'image' },
  { at: 8, bytes: [0x57, 0x45, 0x42, 0x50], is: 'image' },
  { at: 4, bytes: [0x66, 0x74, 0x79, 0x70], is: 'image' },
  { at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], is: 'pdf' },
  { at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], is: 'old-workbook' },
  { at: 0, bytes: [0x1f, 0x8b], is: 'archive' },
  { at: 0, bytes: [0x52, 0x61, 0x72, 0x21], is: 'archive' },
  { at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf], is: 'archive' },
  { at: 0, bytes: [0x42, 0x5a, 0x68], is: 'archive' },
  { at: 0, bytes: [0x7f, 0x45, 0x4c, 0x46], is: 'not-text' },
  { at: 0, bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], is: 'not-text' },
]
const ZIP = [0x50, 0x4b]
const ZIP_KINDS = [0x03, 0x05, 0x07]
const WORKBOOK_PART = 'xl/workbook.'

/** Looks at the first bytes, and in an archive for the part that makes it a workbook. */
export function signatureOf(bytes: Uint8Array): Signature {
  if (startsWith(bytes, ZIP, 0) && ZIP_KINDS.includes(bytes[2] ?? 0)) {
    return includesAscii(bytes, WORKBOOK_PART) ? 'workbook' : 'archive'
  }
  return MARKS.find((mark) => startsWith(bytes, mark.bytes, mark.at))?.is ?? 'perhaps-text'
}

function startsWith(bytes: Uint8Array, mark: readonly number[], at: number): boolean {
  return mark.every((byte, i) => bytes[at + i] === byte)
}

function includesAscii(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1
    while (same < text.length && bytes[at + same] === text.charCodeAt(same)) same++
    if (same === text.length) return true
  }
  return false
}
