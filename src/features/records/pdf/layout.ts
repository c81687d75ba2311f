/** A document as pages of rows, ready to be drawn. Pure but for counting the characters the fonts lack. */
import type { Paper } from '../../../core/record/paper'
import { paginate } from './paginate'
import { partRows, titleRows } from './part-rows'
import { createPress, type FontMetrics } from './press'
import { FILL_HEIGHT, type Row } from './sheet'

export interface Layout {
  readonly pages: readonly (readonly Row[])[]
  /** Characters that stand as a gap because the fonts do not have them. */
  readonly gaps: number
}

/** @param gapWords says how many characters are missing; it stands under the title when there are any. */
export function layoutPaper(paper: Paper, fonts: FontMetrics, gapWords: (count: number) => string): Layout {
  const plain = layoutOnce(paper, fonts)
  if (plain.gaps === 0) return plain
  const told: Paper = { ...paper, parts: [{ type: 'notice', text: gapWords(plain.gaps) }, ...paper.parts] }
  return { pages: layoutOnce(told, fonts).pages, gaps: plain.gaps }
}

function layoutOnce({ title, parts }: Paper, fonts: FontMetrics): Layout {
  const press = createPress(fonts)
  const rows = parts.flatMap((part, index) => {
    const own = partRows(press, part)
    // A sentence right under a heading belongs to what follows both.
    const leads = part.type === 'text' && parts[index - 1]?.type === 'heading'
    return leads ? own.map((row) => ({ ...row, keepWithNext: true })) : own
  })
  return { pages: paginate([...titleRows(press, title), ...rows], FILL_HEIGHT), gaps: press.gaps() }
}
