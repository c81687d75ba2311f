import { readFileSync } from 'node:fs'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { type Browser, endBrowser, openBrowser } from './chromium'
import { addPerson, drawCycle, importRegister, miniRegister, setUp, shareOut } from './steps'

let browser: Browser | undefined
afterEach(async ({ task }) => {
  await endBrowser(browser, task)
  browser = undefined
})

interface Found {
  /** Every record of every table of every database, bytes as base64. */
  readonly records: readonly { readonly table: string; readonly record: unknown }[]
  readonly dataKey: string
  readonly caches: readonly string[]
  readonly storage: string
}

/** Reads all this origin has stored, and the key under which it is sealed. */
function everythingStored(page: Browser['page']): Promise<Found> {
  return page.evaluate(async () => {
    const plain = (value: unknown): unknown => {
      if (value instanceof Uint8Array)
        return { bytes: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) }
      if (value instanceof ArrayBuffer) return plain(new Uint8Array(value))
      if (Array.isArray(value)) return value.map(plain)
      if (value !== null && typeof value === 'object' && !(value instanceof CryptoKey)) {
        return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
      }
      return value instanceof CryptoKey ? 'key' : value
    }
    const request = <T>(wanted: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        wanted.onsuccess = () => done(wanted.result)
        wanted.onerror = () => failed(wanted.error)
      })
    const records: { table: string; record: unknown }[] = []
    let dataKey = ''
    for (const { name } of await indexedDB.databases()) {
      const database = await request(indexedDB.open(name ?? ''))
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table)
        for (const record of await request(store.getAll())) {
          records.push({ table, record: plain(record) })
          if (table !== 'keys') continue
          const key = await crypto.subtle.unwrapKey(
            'raw',
            record.wrapped,
            record.wrapping,
            'AES-KW',
            { name: 'HMAC', hash: 'SHA-256' },
            true,
            ['sign'],
          )
          const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key))
          dataKey = btoa(Array.from(raw, (byte) => String.fromCharCode(byte)).join(''))
        }
      }
      database.close()
    }
    const held: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const asked of await cache.keys()) held.push(asked.url, (await (await cache.match(asked))?.text()) ?? '')
    }
    return { records, dataKey, caches: held, storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]) }
  })
}

/** Opens whatever of a record is sealed, whichever place it is bound to. */
function openSealed(record: unknown, key: Uint8Array): string {
  if (typeof record !== 'object' || record === null || !('sealed' in record)) return ''
  const { sealed } = record
  if (typeof sealed !== 'object' || sealed === null || !('bytes' in sealed)) return ''
  const bytes = Buffer.from(String(sealed.bytes), 'base64')
  // XChaCha20 without the tag: the text under the seal, whatever it was bound to.
  return new TextDecoder().decode(decryptUnchecked(key, bytes))
}

function decryptUnchecked(key: Uint8Array, sealed: Uint8Array): Uint8Array {
  const nonce = sealed.subarray(0, 24)
  const body = sealed.subarray(24, -16)
  // A stream cipher: encrypting the sealed text again gives the text.
  return xchacha20poly1305(key, nonce).encrypt(body).subarray(0, body.length)
}

interface Truth {
  readonly pii: {
    readonly surnames: string[]
    readonly forenames: string[]
    readonly staff: string[]
    readonly postcodePrefix: string
  }
}

describe('personal data of the register', () => {
  it('is nowhere on the device after an import, a draw and printed slips', async () => {
    browser = await openBrowser(inject('appUrl'))
    const { page } = browser
    await setUp(page)
    const register = miniRegister()
    await importRegister(page, register, '60')
    await addPerson(page, 'Health colleague', 'Health')
    await drawCycle(page, { plans: 6, seed: 'private', doublePercent: 25 })
    await shareOut(page)
    await page.getByText('Print assignment slips').click()
    await page.locator('input[type=file]').setInputFiles(register)
    await page.locator('main table td').first().waitFor()
    await page.getByRole('link', { name: 'Home' }).click()

    const found = await everythingStored(page)
    const key = Buffer.from(found.dataKey, 'base64')
    const opened = found.records.map(({ record }) => openSealed(record, key))
    // The search bites: what was stored on purpose is found by it.
    expect(opened.join()).toContain('Marchshire')
    expect(opened.filter(Boolean).length).toBeGreaterThan(10)
    const everything = [...opened, JSON.stringify(found.records), ...found.caches, found.storage].join('\n')

    const { pii }: Truth = JSON.parse(readFileSync('tests/fixtures/registers/mini.truth.json', 'utf8'))
    const references = register.buffer
      .toString('utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]?.trim() ?? '')
    const planted = [...pii.surnames, ...pii.forenames, ...pii.staff, `${pii.postcodePrefix} `]
    expect(planted.filter((word) => everything.includes(word))).toEqual([])
    // Case numbers are short: only a whole number outside random ids and sealed bytes is one.
    const readable = [...opened, found.storage].join('\n')
    const caseNumbers = references.filter((one) => /^\d{6}$/.test(one))
    expect(caseNumbers.length).toBeGreaterThan(50)
    expect(caseNumbers.filter((one) => new RegExp(`(?<![\\w-])${one}(?![\\w-])`).test(readable))).toEqual([])
    expect(everything.match(/\b[A-HJ-NP-RT-Z]999\d{9}\b/g) ?? []).toEqual([])
  })
})
