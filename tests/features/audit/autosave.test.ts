import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave } from '../../../src/store/autosave'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('createAutosave', () => {
  it('saves within half a second of the last key', () => {
    const save = vi.fn()
    createAutosave(save).touch()
    expect(save).not.toHaveBeenCalled()
    vi.advanceTimersByTime(500)
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('saves within a second of the first key however fast one types', () => {
    const save = vi.fn()
    const autosave = createAutosave(save)
    const savedAt: number[] = []
    save.mockImplementation(() => savedAt.push(Date.now()))
    const start = Date.now()
    // A key every 50 ms for five seconds leaves no pause at all.
    for (let key = 0; key < 100; key += 1) {
      autosave.touch()
      vi.advanceTimersByTime(50)
    }
    const gaps = savedAt.map((at, index) => at - (savedAt[index - 1] ?? start))
    expect(savedAt.length).toBeGreaterThanOrEqual(5)
    expect(Math.max(...gaps)).toBeLessThan(1000)
  })

  it('saves nothing after it was cancelled', () => {
    const save = vi.fn()
    const autosave = createAutosave(save)
    autosave.touch()
    autosave.cancel()
    vi.advanceTimersByTime(2000)
    expect(save).not.toHaveBeenCalled()
  })
})
