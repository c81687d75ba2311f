/**
 * What the bench runs inside the page of the built app: filling the device, the raw floors and the peer. Loaded as one
 * module from the app's own origin, so that everything is measured in the same browser, on the same disk.
 */

import Papa from 'papaparse'
import PouchDB from 'pouchdb-browser'
import { openDevice, session } from '../../src/store/device'
import { fillAudits } from './fill-audits'

const STRICT = { durability: 'strict' } as const

export async function fill(audits: number): Promise<unknown> {
  const device = await openDevice()
  const who = await session(device)
  if (!who) throw new Error('set the device up first')
  const filled = await fillAudits(device, who, { audits })
  device.tables.close()
  return filled
}

function open(name: string, stores: readonly string[]): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store, { keyPath: 'id' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function complete(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

/** A button each click of which is one durable write; `times` holds click to complete in ms. */
function button(id: string, write: () => Promise<unknown>): void {
  const element = document.createElement('button')
  element.id = id
  element.textContent = id
  const times: number[] = []
  Object.assign(window, { [`times-${id}`]: times })
  element.addEventListener('click', (event) => void write().then(() => times.push(performance.now() - event.timeStamp)))
  document.body.prepend(element)
}

/** The floor of goal 4: two raw strict puts (an audit and its op) in one transaction, beside as many records. */
export async function rawFloor(records: number, bytes: number): Promise<void> {
  const database = await open('bench-raw', ['rows', 'ops'])
  for (let from = 0; from < records; from += 1000) {
    const transaction = database.transaction('rows', 'readwrite')
    for (let id = from; id < Math.min(records, from + 1000); id += 1) {
      transaction.objectStore('rows').put({ id: `r${id}`, sealed: crypto.getRandomValues(new Uint8Array(bytes)) })
    }
    await complete(transaction)
  }
  let op = 0
  button('raw', () => {
    const transaction = database.transaction(['rows', 'ops'], 'readwrite', STRICT)
    transaction.objectStore('rows').put({ id: 'draft', sealed: crypto.getRandomValues(new Uint8Array(bytes)) })
    transaction.objectStore('ops').put({ id: op, sealed: crypto.getRandomValues(new Uint8Array(300)) })
    op += 1
    return complete(transaction)
  })
}

/** The peer: one document of the same size saved again and again by PouchDB, unsealed. */
export async function pouchPeer(bytes: number): Promise<void> {
  const database = new PouchDB('bench-pouch')
  const text = 'x'.repeat(bytes)
  let rev = (await database.put({ _id: 'draft', text })).rev
  button('pouch', async () => {
    rev = (await database.put({ _id: 'draft', _rev: rev, text: `${text}${Math.random()}` })).rev
  })
}

/** The floor of the import: parsing the same text and one strict put of as many bytes as the chunks weigh. */
export async function importFloor(text: string): Promise<number> {
  const started = performance.now()
  const { data } = Papa.parse<string[]>(text)
  const database = await open('bench-import', ['chunks'])
  const transaction = database.transaction('chunks', 'readwrite', STRICT)
  transaction
    .objectStore('chunks')
    .put({ id: 1, sealed: new TextEncoder().encode(JSON.stringify(data.map((row) => row.slice(8, 21)))) })
  await complete(transaction)
  database.close()
  return performance.now() - started
}

/** The floor of the list: all bytes of the column segments read raw, nothing opened. The other way: every body as a row. */
export async function listFloor(): Promise<{ segments: number; rows: number }> {
  const request = indexedDB.open('plumbline')
  const database = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result)
  })
  const read = async (store: string) => {
    const started = performance.now()
    const asked = database.transaction(store).objectStore(store).getAll()
    await new Promise((resolve) => {
      asked.onsuccess = resolve
    })
    return performance.now() - started
  }
  const segments = await read('columns')
  const rows = await read('rows')
  database.close()
  return { segments, rows }
}
