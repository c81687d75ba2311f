/**
 * Rows put onto pages from top to bottom: what belongs together stays together, and no row is ever cut.
 *
 * Pure. Rows that are kept together and are higher than a page are broken between rows.
 */
import type { Row } from './sheet'

/** @param height that the rows of one page may fill; no row is higher. */
export function paginate(rows: readonly Row[], height: number): readonly (readonly Row[])[] {
  const pages: Row[][] = [[]]
  let filled = 0

  const put = (row: Row) => {
    pages.at(-1)?.push(row)
    filled += row.height
  }
  const turn = () => {
    if (pages.at(-1)?.length === 0) return
    pages.push([])
    filled = 0
  }
  const place = (row: Row) => {
    if (filled + row.height > height) turn()
    if (pages.at(-1)?.length === 0) {
      if (row.isSpace) return
      for (const above of row.repeat) put(above)
    }
    put(row)
  }

  for (const block of blocksOf(rows)) {
    const wanted = heightOf(block)
    const isFirstSpace = block.every(({ isSpace }) => isSpace)
    if (filled + wanted > height && !isFirstSpace && wanted + heightOf(block[0]?.repeat ?? []) <= height) turn()
    for (const row of block) place(row)
  }
  return pages.filter((page) => page.length > 0)
}

/** Rows up to and with the first that may be the last on a page. */
function blocksOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const blocks: Row[][] = [[]]
  for (const row of rows) {
    blocks.at(-1)?.push(row)
    if (!row.keepWithNext) blocks.push([])
  }
  return blocks.filter((block) => block.length > 0)
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0)
}
