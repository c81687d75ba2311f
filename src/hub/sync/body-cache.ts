/**
 * Bodies of rows that batches have read or written lately, so that what a device sends minute by minute is not read from JSON
 * and put under its schema each time. A body is used again only for the very text it was read from or written as.
 *
 * Effects: the memory of this process: at most MOST_CHARS of text, and a few times as much once read.
 */
import type { Key } from '../../core/ops/op'
import type { HubDb } from '../db/schema'

export interface BodyCache {
  /** The body that a text is. */
  read(area: string, key: Key, text: string): unknown
  keep(area: string, key: Key, text: string, body: unknown): void
}

/** About a thousand audits. */
const MOST_CHARS = 4_000_000

const caches = new WeakMap<HubDb, BodyCache>()

/** The one cache of a database in this process. */
export function bodyCacheOf(db: HubDb): BodyCache {
  const cache = caches.get(db) ?? createBodyCache()
  caches.set(db, cache)
  return cache
}

export function createBodyCache(mostChars: number = MOST_CHARS): BodyCache {
  /** The longest unused first. */
  const bodies = new Map<string, { readonly text: string; readonly body: unknown }>()
  let chars = 0

  function drop(id: string): void {
    chars -= bodies.get(id)?.text.length ?? 0
    bodies.delete(id)
  }
  function keep(area: string, key: Key, text: string, body: unknown): void {
    const id = `${area} ${key}`
    drop(id)
    bodies.set(id, { text, body })
    chars += text.length
    for (const oldest of bodies.keys()) {
      if (chars <= mostChars) return
      drop(oldest)
    }
  }

  return {
    keep,
    read(area, key, text) {
      const held = bodies.get(`${area} ${key}`)
      const body: unknown = held?.text === text ? held.body : JSON.parse(text)
      keep(area, key, text, body)
      return body
    },
  }
}
