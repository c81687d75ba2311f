/**
 * `grade --framework FILE AUDIT.json`: the grades of one audit with their reasons, and the minimum standard.
 *
 * Thin: the audit is read by core/audit/audit-file.ts and graded by core/audit/grade.ts, as on screen. Shares are never
 * rounded. A framework that is not sound is refused: a grade from it could not be defended.
 */
import { readAudit } from '../../core/audit/audit-file'
import { gradeAudit } from '../../core/audit/grade'
import { shortfalls } from '../../core/audit/shortfalls'
import { checkFramework } from '../../core/framework/check'
import type { Problem } from '../../core/framework/problem'
import { Framework } from '../../core/framework/schema'
import { err, ok, type Result } from '../../core/result'
import { type Command, type CommandIo, type CommandResult, wrongUsage } from '../command'
import { readOptions } from '../options'
import { readJson } from '../read-json'

const USAGE = 'plumbline grade --framework FILE AUDIT.json'

export const grade: Command = async (args, io): Promise<CommandResult> => {
  const options = readOptions(args, ['framework'])
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const { framework: frameworkFile } = options.value.values
  const [auditFile, ...more] = options.value.files
  if (frameworkFile === undefined) return wrongUsage('Say which framework the audit was rated with.', USAGE)
  if (auditFile === undefined) return wrongUsage('Say which audit to grade (- for standard input).', USAGE)
  if (more.length > 0) return wrongUsage('One audit at a time, please.', USAGE)
  if (frameworkFile === '-' && auditFile === '-') return wrongUsage('Only one of the two can be standard input.', USAGE)

  const framework = await readFramework(frameworkFile, io)
  if (!framework.ok) return refused(framework.error)
  const json = await readJson(auditFile, io)
  if (!json.ok) return refused([{ where: 'audit', message: json.error }])
  const audit = readAudit(framework.value, json.value)
  if (!audit.ok) return refused(audit.error)

  const { subject, input, unread } = audit.value
  const { complete, missing, sections, subject: grades, floor } = gradeAudit(framework.value, input)
  const { id, version } = framework.value
  const answer = {
    framework: { id, version },
    complete,
    missing,
    sections,
    [subject]: grades,
    floor,
    shortfalls: shortfalls(framework.value, input),
  }
  return unread.length === 0
    ? { exit: 0, json: answer }
    : { exit: 0, json: answer, words: `Not understood and not used: ${unread.join(', ')}.` }
}

function refused(problems: readonly Problem[]): CommandResult {
  return { exit: 1, json: { problems }, words: problems.map(({ where, message }) => `${where}: ${message}`).join('\n') }
}

async function readFramework(file: string, io: CommandIo): Promise<Result<Framework, readonly Problem[]>> {
  const json = await readJson(file, io)
  if (!json.ok) return err([{ where: 'framework', message: json.error }])
  const check = checkFramework(json.value)
  const parsed = Framework.safeParse(json.value)
  if (check.ok && parsed.success) return ok(parsed.data)
  return err(check.problems.map(({ where, message }) => ({ where: `framework ${where}`, message })))
}
