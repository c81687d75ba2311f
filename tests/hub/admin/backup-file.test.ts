/** The file of a backup: every way in which it can be cut, changed or opened wrongly is told for what it is. */
import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { BackupFault } from '../../../src/hub/admin/backup-fault'
import { open, seal } from '../../../src/hub/admin/backup-file'

const CHEAP = { log2N: 4, r: 8, p: 1 }
const PASSPHRASE = 'seven plain words for a test of backups'
const HEADER = 80
const CHUNK = 65_552

async function* pieces(bytes: Uint8Array, size = 10_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function collect(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = []
  for await (const part of parts) held.push(part)
  return Buffer.concat(held)
}

const sealed = (content: Uint8Array, passphrase = PASSPHRASE) => collect(seal(pieces(content), passphrase, CHEAP))
const opened = (file: Uint8Array, passphrase = PASSPHRASE) => collect(open(pieces(file, 4_001), passphrase))

/** The fault with which a file is refused, or `null` when it opens. */
async function faultOf(file: Uint8Array, passphrase = PASSPHRASE): Promise<string | null> {
  try {
    await opened(file, passphrase)
    return null
  } catch (fault) {
    if (fault instanceof BackupFault) return fault.type
    throw fault
  }
}

/** The same file with the bits of `mask` turned over in one byte. */
function changed(file: Buffer, at: number, mask = 1): Buffer {
  const other = Buffer.from(file)
  other.writeUInt8(other.readUInt8(at) ^ mask, at)
  return other
}

describe('the file of a backup', () => {
  it.each([0, 1, 65_532, 65_533, 65_534, 131_066, 200_000])(
    'gives back the %i bytes that were put in',
    async (length) => {
      const content = randomBytes(length)
      expect((await opened(await sealed(content))).equals(content)).toBe(true)
    },
  )

  it('is of whole chunks, so that its size says nothing but roughly how much there is', async () => {
    expect((await sealed(Buffer.alloc(5))).length).toBe(HEADER + CHUNK)
    expect((await sealed(Buffer.alloc(65_534))).length).toBe(HEADER + 2 * CHUNK)
  })

  it('is partial wherever it is cut, within the header, within a chunk or between two', async () => {
    const file = await sealed(randomBytes(150_000))
    const cuts = [0, 1, 15, 16, 40, 79, HEADER, HEADER + 1, HEADER + CHUNK, HEADER + 2 * CHUNK, file.length - 1]
    const random = Array.from({ length: 20 }, () => Math.floor(Math.random() * file.length))
    for (const cut of [...cuts, ...random])
      expect([cut, await faultOf(file.subarray(0, cut))]).toEqual([cut, 'Partial'])
  })

  it('is damaged when any byte of it was changed', async () => {
    const file = await sealed(randomBytes(150_000))
    const places = Array.from({ length: HEADER - 16 }, (_, at) => at + 16)
    const random = Array.from({ length: 40 }, () => HEADER + Math.floor(Math.random() * (file.length - HEADER)))
    for (const at of [...places, ...random]) {
      const mask = 1 << (at % 8)
      expect([at, await faultOf(changed(file, at, mask))]).toEqual([at, 'Damaged'])
    }
  })

  it('is damaged when chunks change places, come twice, are left out or are added to', async () => {
    const file = await sealed(randomBytes(150_000))
    const [header, ...chunks] = [0, 1, 2, 3].map((n) =>
      n === 0 ? file.subarray(0, HEADER) : file.subarray(HEADER + (n - 1) * CHUNK, HEADER + n * CHUNK),
    ) as [Buffer, Buffer, Buffer, Buffer]
    const [a, b, c] = chunks as [Buffer, Buffer, Buffer]
    expect(await faultOf(Buffer.concat([header, b, a, c]))).toBe('Damaged')
    expect(await faultOf(Buffer.concat([header, a, a, b, c]))).toBe('Damaged')
    expect(await faultOf(Buffer.concat([header, a, c]))).toBe('Damaged')
    expect(await faultOf(Buffer.concat([header, a, b, c, Buffer.from('x')]))).toBe('Damaged')
  })

  it('is damaged when a chunk of another backup under the same passphrase stands in it', async () => {
    const content = randomBytes(1_000)
    const [one, other] = [await sealed(content), await sealed(content)]
    expect(await faultOf(Buffer.concat([one.subarray(0, HEADER), other.subarray(HEADER)]))).toBe('Damaged')
  })

  it('says that a passphrase is wrong', async () => {
    const file = await sealed(randomBytes(1_000))
    expect(await faultOf(file, 'seven other words for a test of backups')).toBe('WrongPassphrase')
    expect(await faultOf(file, '')).toBe('WrongPassphrase')
  })

  it('takes a passphrase with a line end behind it, as a file has', async () => {
    const file = await sealed(randomBytes(1_000))
    expect(await faultOf(file, `${PASSPHRASE}\r\n`)).toBeNull()
  })

  it('refuses a newer format, and what is no backup at all', async () => {
    const file = await sealed(randomBytes(1_000))
    const newer = Buffer.from(file)
    newer.writeUInt16BE(2, 16)
    createHash('sha256').update(newer.subarray(0, 72)).digest().copy(newer, 72, 0, 8)
    expect(await faultOf(newer)).toBe('Newer')
    expect(await faultOf(Buffer.from('SQLite format 3\0 and so on'))).toBe('NotABackup')
  })

  it.each([0, 40])('refuses a header that asks for 2^%i of scrypt', async (log2N) => {
    const odd = Buffer.from(await sealed(randomBytes(10)))
    odd.writeUInt8(log2N, 18)
    createHash('sha256').update(odd.subarray(0, 72)).digest().copy(odd, 72, 0, 8)
    expect(await faultOf(odd)).toBe('Damaged')
  })

  it('holds nothing readable of what was put in', async () => {
    const file = await sealed(Buffer.from('a planted sentence '.repeat(10_000)))
    expect(file.includes('planted sentence')).toBe(false)
  })
})
