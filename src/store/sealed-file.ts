/**
 * A file that only its passphrase opens, for work that travels by hand.
 *
 * Effects: Web Crypto, random salt and nonce. First line: what it is. Second: a header in the open. Then the content, JSON
 * packed by gzip, sealed with XChaCha20-Poly1305 under a key of PBKDF2-SHA-256; the header is authenticated with it.
 * Rule: sync.md, "No hub" and "Encryption at rest on the device".
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import * as z from 'zod/mini'
import { err, ok, type Result } from '../core/result'
import { fromBase64, toBase64 } from './base64'
import { randomBytes } from './ids'

const MAGIC = 'Plumbline sealed file'
const FORMAT = 1
const ROUNDS = 600_000
const MOST_ROUNDS = 10_000_000
const NONCE_BYTES = 24
const NEWLINE = 10

const Header = z.object({
  format: z.literal(FORMAT),
  /** What the content is; read before the passphrase is asked for. */
  kind: z.enum(['solo', 'waiting']),
  rounds: z.int().check(z.gte(1), z.lte(MOST_ROUNDS)),
  salt: z.string(),
  /** Tells a wrong passphrase from a damaged file. */
  check: z.string(),
  /** Of the sealed content: tells a file that was cut short. */
  bytes: z.int().check(z.gte(0)),
})
type Header = z.infer<typeof Header>
export type FileKind = Header['kind']

const AnyHeader = z.looseObject({ format: z.number() })

/** Why a file was not opened; nothing of it was used. */
export type FileRefusal =
  | { readonly type: 'NotAWorkFile' }
  /** Made by a newer version of the app. */
  | { readonly type: 'NewerFile' }
  | { readonly type: 'WrongPassphrase' }
  | { readonly type: 'FileCutShort' }
  /** Whole in length, and not as it was written. */
  | { readonly type: 'FileDamaged' }

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export async function sealFile(kind: FileKind, content: unknown, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await pass(encoder.encode(JSON.stringify(content)), new CompressionStream('gzip'))
  const salt = randomBytes(16)
  const key = await keyOf(passphrase, salt, ROUNDS)
  const nonce = randomBytes(NONCE_BYTES)
  const header: Header = {
    format: FORMAT,
    kind,
    rounds: ROUNDS,
    salt: toBase64(salt),
    check: toBase64(sealed(key, randomBytes(NONCE_BYTES), encoder.encode(MAGIC), kind)),
    bytes: NONCE_BYTES + packed.length + 16,
  }
  const line = JSON.stringify(header)
  const body = sealed(key, nonce, packed, line)
  return join(encoder.encode(`${MAGIC}\n${line}\n`), body)
}

/** What a file is, before its passphrase is asked for. */
export function readHeader(file: Uint8Array): Result<{ readonly kind: FileKind }, FileRefusal> {
  const parts = partsOf(file)
  return parts.ok ? ok({ kind: parts.value.header.kind }) : parts
}

export interface OpenedFile {
  readonly kind: FileKind
  readonly content: unknown
}

export async function openFile(file: Uint8Array, passphrase: string): Promise<Result<OpenedFile, FileRefusal>> {
  const parts = partsOf(file)
  if (!parts.ok) return parts
  const { header, line, body } = parts.value
  if (body.length < header.bytes) return err({ type: 'FileCutShort' })
  const key = await keyOf(passphrase, fromBase64(header.salt), header.rounds)
  if (!opened(key, fromBase64(header.check), header.kind)) return err({ type: 'WrongPassphrase' })
  const packed = body.length === header.bytes ? opened(key, body, line) : null
  if (!packed) return err({ type: 'FileDamaged' })
  const text = await pass(packed, new DecompressionStream('gzip'))
  return ok({ kind: header.kind, content: JSON.parse(decoder.decode(text)) })
}

interface Parts {
  readonly header: Header
  readonly line: string
  readonly body: Uint8Array
}

function partsOf(file: Uint8Array): Result<Parts, FileRefusal> {
  const first = file.indexOf(NEWLINE)
  if (first < 0 || textOf(file.subarray(0, first)) !== MAGIC) return err({ type: 'NotAWorkFile' })
  const second = file.indexOf(NEWLINE, first + 1)
  if (second < 0) return err({ type: 'FileCutShort' })
  const line = textOf(file.subarray(first + 1, second)) ?? ''
  const said = jsonOf(line)
  const any = AnyHeader.safeParse(said)
  if (any.success && any.data.format > FORMAT) return err({ type: 'NewerFile' })
  const header = Header.safeParse(said)
  if (!header.success || !isBase64(header.data.salt) || !isBase64(header.data.check))
    return err({ type: 'FileDamaged' })
  return ok({ header: header.data, line, body: file.subarray(second + 1) })
}

async function keyOf(passphrase: string, salt: Uint8Array, rounds: number): Promise<Uint8Array> {
  // However it was typed: one keyboard writes é as one sign, another as two.
  const typed = encoder.encode(passphrase.normalize('NFKC').trim())
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: rounds }
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, 256))
}

function sealed(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, place: string): Uint8Array {
  return join(nonce, xchacha20poly1305(key, nonce, encoder.encode(place)).encrypt(plain))
}

/** `null`: another key, another place, or not as it was sealed. */
function opened(key: Uint8Array, bytes: Uint8Array, place: string): Uint8Array | null {
  try {
    const cipher = xchacha20poly1305(key, bytes.subarray(0, NONCE_BYTES), encoder.encode(place))
    return cipher.decrypt(bytes.subarray(NONCE_BYTES))
  } catch {
    return null
  }
}

async function pass(bytes: Uint8Array, through: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(through)
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0
}
