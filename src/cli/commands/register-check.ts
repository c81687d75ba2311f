/**
 * `register check`: what a register holds, which records are left out and why, and the strata of the rest.
 *
 * Thin: every figure comes from core/register. Rows left out are a result (exit 0); a file that is no register is the
 * input's fault (exit 1). The answer holds codes and counts, never a cell of the file.
 */
import { RegisterFormat } from '../../core/register/codes'
import type { RegisterReading } from '../../core/register/types'
import { isIsoDay } from '../../core/register/values/dates'
import { EXCLUSION_WORDS } from '../../core/register/words'
import { type Command, wrongUsage } from '../command'
import { readOptions } from '../options'
import { readRegisterFiles } from '../register-files'

const USAGE = 'plumbline register check FILE… --as-of YYYY-MM-DD [--establishments FILE] [--format NAME]'

export const registerCheck: Command = async (args, io) => {
  const options = readOptions(args, ['as-of', 'establishments', 'format'])
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const { values, files } = options.value
  const asOf = values['as-of']
  if (asOf === undefined) return wrongUsage('Give the sampling date with --as-of.', USAGE)
  if (!isIsoDay(asOf)) return wrongUsage('--as-of needs a real date as YYYY-MM-DD.', USAGE)
  if (files.length === 0) return wrongUsage('Name the file of the register, or - for standard input.', USAGE)
  const format = RegisterFormat.safeParse(values.format)
  if (values.format !== undefined && !format.success) {
    return wrongUsage(`--format is one of ${RegisterFormat.options.join(', ')}.`, USAGE)
  }
  const reading = await readRegisterFiles(files, asOf, io, {
    ...(format.success && { format: format.data }),
    ...(values.establishments !== undefined && { establishments: values.establishments }),
  })
  if (!reading.ok) {
    const { reason, message } = reading.error
    return { exit: 1, json: { refused: { reason, message } }, words: message }
  }
  return { exit: 0, json: answerOf(reading.value), words: wordsOf(reading.value) }
}

function answerOf(reading: RegisterReading) {
  return {
    format: reading.format,
    asOf: reading.asOf,
    rows: reading.rows,
    validPlans: reading.validPlans.length,
    excluded: reading.excluded,
    excludedRows: reading.excludedRows.map(({ row, reason }) => ({ row, reason })),
    warnings: reading.warnings,
    notices: reading.notices,
    marginals: reading.marginals,
    strata: reading.strata,
    advice: reading.advice,
    columns: reading.columns,
    setAside: reading.setAside,
  }
}

function wordsOf(reading: RegisterReading): string {
  const left = reading.rows - reading.validPlans.length
  const lines = [`${reading.validPlans.length} plans in ${reading.rows} rows; ${left} rows left out.`]
  for (const [reason, words] of Object.entries(EXCLUSION_WORDS)) {
    const count = Object.entries(reading.excluded).find(([code]) => code === reason)?.[1]
    if (count !== undefined) lines.push(`${count} × ${words}`)
  }
  return lines.join('\n')
}
