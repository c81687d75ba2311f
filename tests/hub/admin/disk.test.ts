/** The disk alarm. That a database without room is told apart from other faults is shown on a real SQLite file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskState, isDiskFull, judgeDisk } from '../../../src/hub/admin/disk'

const MIB = 1024 * 1024
const GIB = 1024 * MIB

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-disk-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the disk alarm', () => {
  it.each([
    [500 * GIB, 1000 * GIB, 'ok'],
    [2 * GIB, 20 * GIB, 'ok'],
    [2 * GIB - 1, 4 * GIB, 'low'],
    [99 * GIB, 1000 * GIB, 'low'],
    [200 * MIB, 1 * GIB, 'low'],
    [200 * MIB - 1, 1 * GIB, 'full'],
    [0, 1000 * GIB, 'full'],
  ])('%i bytes free of %i are %s', (free, total, state) => {
    expect(judgeDisk(free, total)).toEqual({ free, total, state })
  })

  it('asks the file system of the data folder', () => {
    const { free, total } = diskState(folder)
    expect(free).toBeGreaterThan(0)
    expect(total).toBeGreaterThanOrEqual(free ?? Number.POSITIVE_INFINITY)
  })

  it('knows nothing of a database on another machine, or of a folder that is gone', () => {
    expect(diskState(null).state).toBe('unknown')
    expect(diskState(join(folder, 'gone'))).toEqual({ free: null, total: null, state: 'unknown' })
  })
})

describe('isDiskFull', () => {
  it('recognises a database that has no room left', () => {
    const database = new Database(join(folder, 'small.db'))
    database.exec('create table record (body text); pragma max_page_count = 10')
    const fill = () => {
      for (let n = 0; n < 100; n += 1) database.prepare('insert into record values (?)').run('x'.repeat(2000))
    }
    let fault: unknown
    try {
      fill()
    } catch (thrown) {
      fault = thrown
    }
    database.close()
    expect(isDiskFull(fault)).toBe(true)
  })

  it('does not take another fault for it', () => {
    const database = new Database(join(folder, 'other.db'))
    let fault: unknown
    try {
      database.exec('select * from nothing')
    } catch (thrown) {
      fault = thrown
    }
    database.close()
    expect(fault).toBeInstanceOf(Error)
    expect(isDiskFull(fault)).toBe(false)
    expect(isDiskFull(null)).toBe(false)
  })
})
