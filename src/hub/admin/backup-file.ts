/**
 * The file of a backup: a header, then sealed chunks that are all of one size.
 *
 * Pure but for the salt. The header, 80 bytes in this and in every later format; whole numbers are big-endian:
 *
 *      0  16  "plumbline backup"
 *     16   2  format: 1
 *     18   3  scrypt: log2 of N, r, p          (17, 8, 1: 128 MiB and about half a second for each guess)
 *     21   3  zero
 *     24  16  salt of scrypt, random
 *     40  32  HMAC-SHA-256 of bytes 0–39 under the second half of the key: tells a wrong passphrase before anything is read
 *     72   8  the first bytes of SHA-256 of bytes 0–71: tells a damaged header from a wrong passphrase
 *
 * scrypt gives 64 bytes: the key of the chunks, then the key of the check. A chunk is AES-256-GCM over 64 KiB, its tag of
 * 16 bytes behind it, under a nonce that is the number of the chunk (from 0, in 12 bytes); the key is of this file alone.
 * Inside a chunk: 1 byte that is 1 in the last chunk and else 0, 2 bytes length, the content, zeros up to 64 KiB. So each
 * fault is told for what it is: a file cut anywhere is partial, one that was changed, reordered or added to is damaged.
 * Content: gzip of the lines of backup-lines.ts. Pattern: STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015), as in age.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import { BackupFault } from './backup-fault'

const MAGIC = Buffer.from('plumbline backup', 'latin1')
const FORMAT = 1
const HEADER_BYTES = 80
const CHECKED_BYTES = 40
const SUMMED_BYTES = 72
const CHUNK_BYTES = 65_536
const TAG_BYTES = 16
const LEAD_BYTES = 3
const CIPHER = 'aes-256-gcm'

/** What a passphrase costs to try: 128 · 2^log2N · r bytes of memory. */
export interface ScryptCost {
  readonly log2N: number
  readonly r: number
  readonly p: number
}
export const SCRYPT_COST: ScryptCost = { log2N: 17, r: 8, p: 1 }
/** A header that asks for more than this would only tie the machine up. */
const MOST_COST: ScryptCost = { log2N: 20, r: 8, p: 4 }

interface Keys {
  readonly cipher: Buffer
  readonly check: Buffer
}

/** The bytes of a backup file around the content. */
export async function* seal(content: AsyncIterable<Uint8Array>, passphrase: string, cost = SCRYPT_COST) {
  const start = Buffer.alloc(CHECKED_BYTES)
  MAGIC.copy(start)
  start.writeUInt16BE(FORMAT, 16)
  start.set([cost.log2N, cost.r, cost.p], 18)
  start.set(randomBytes(16), 24)
  const keys = await keysOf(passphrase, start.subarray(24, 40), cost)
  const summed = Buffer.concat([start, checkOf(keys, start)])
  yield Buffer.concat([summed, sumOf(summed)])

  const bytes = new ByteReader(content)
  const room = CHUNK_BYTES - LEAD_BYTES
  let next = await bytes.take(room)
  for (let number = 0; ; number += 1) {
    const now = next
    next = await bytes.take(room)
    const isLast = next.length === 0
    yield sealChunk(keys, number, now, isLast)
    if (isLast) return
  }
}

/**
 * The content of a backup file, each chunk checked before it is given on. What was given on is the true beginning, and
 * complete only when this ends without a fault.
 *
 * @throws BackupFault
 */
export async function* open(file: AsyncIterable<Uint8Array>, passphrase: string) {
  const bytes = new ByteReader(file)
  const keys = await readHeader(await bytes.take(HEADER_BYTES), passphrase)
  for (let number = 0; ; number += 1) {
    const sealed = await bytes.take(CHUNK_BYTES + TAG_BYTES)
    if (sealed.length < CHUNK_BYTES + TAG_BYTES) throw new BackupFault('Partial')
    const chunk = openChunk(keys, number, sealed)
    yield chunk.subarray(LEAD_BYTES, LEAD_BYTES + chunk.readUInt16BE(1))
    if (chunk[0] === 1) break
  }
  if ((await bytes.take(1)).length > 0) throw new BackupFault('Damaged')
}

async function readHeader(header: Buffer, passphrase: string): Promise<Keys> {
  const magic = header.subarray(0, MAGIC.length)
  if (!magic.equals(MAGIC.subarray(0, magic.length))) throw new BackupFault('NotABackup')
  if (header.length < HEADER_BYTES) throw new BackupFault('Partial')
  if (!sumOf(header.subarray(0, SUMMED_BYTES)).equals(header.subarray(SUMMED_BYTES))) throw new BackupFault('Damaged')
  if (header.readUInt16BE(16) > FORMAT) throw new BackupFault('Newer')
  const cost = { log2N: header.readUInt8(18), r: header.readUInt8(19), p: header.readUInt8(20) }
  if (!isBearable(cost)) throw new BackupFault('Damaged')
  const keys = await keysOf(passphrase, header.subarray(24, 40), cost)
  const check = checkOf(keys, header.subarray(0, CHECKED_BYTES))
  if (!timingSafeEqual(check, header.subarray(CHECKED_BYTES, SUMMED_BYTES))) throw new BackupFault('WrongPassphrase')
  return keys
}

function isBearable({ log2N, r, p }: ScryptCost): boolean {
  const within = (value: number, most: number) => value >= 1 && value <= most
  return within(log2N, MOST_COST.log2N) && within(r, MOST_COST.r) && within(p, MOST_COST.p)
}

function sealChunk(keys: Keys, number: number, content: Buffer, isLast: boolean): Buffer {
  const chunk = Buffer.alloc(CHUNK_BYTES)
  chunk.writeUInt8(isLast ? 1 : 0, 0)
  chunk.writeUInt16BE(content.length, 1)
  content.copy(chunk, LEAD_BYTES)
  const cipher = createCipheriv(CIPHER, keys.cipher, nonceOf(number))
  return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
}

function openChunk(keys: Keys, number: number, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(CIPHER, keys.cipher, nonceOf(number))
  decipher.setAuthTag(sealed.subarray(CHUNK_BYTES))
  const chunk = decipher.update(sealed.subarray(0, CHUNK_BYTES))
  try {
    decipher.final()
  } catch {
    throw new BackupFault('Damaged')
  }
  return chunk
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 8)
  return nonce
}

/** Spaces around a passphrase are not part of it, and accents count the same however they were typed. */
function keysOf(passphrase: string, salt: Buffer, { log2N, r, p }: ScryptCost): Promise<Keys> {
  const N = 2 ** log2N
  return new Promise((resolve, reject) => {
    scrypt(passphrase.trim().normalize('NFKC'), salt, 64, { N, r, p, maxmem: 256 * N * r }, (fault, key) => {
      if (fault) reject(fault)
      else resolve({ cipher: key.subarray(0, 32), check: key.subarray(32) })
    })
  })
}

function checkOf(keys: Keys, start: Buffer): Buffer {
  return createHmac('sha256', keys.check).update(start).digest()
}

function sumOf(bytes: Buffer): Buffer {
  return createHash('sha256')
    .update(bytes)
    .digest()
    .subarray(0, HEADER_BYTES - SUMMED_BYTES)
}

/** Takes exactly as many bytes as asked for from pieces of any size; fewer only at the end. */
class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Uint8Array[] = []
  #length = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async take(size: number): Promise<Buffer> {
    while (this.#length < size) {
      const next = await this.#source.next()
      if (next.done) break
      this.#held.push(next.value)
      this.#length += next.value.length
    }
    const all = Buffer.concat(this.#held)
    const taken = all.subarray(0, size)
    const rest = all.subarray(size)
    this.#held = rest.length > 0 ? [rest] : []
    this.#length = rest.length
    return taken
  }
}
