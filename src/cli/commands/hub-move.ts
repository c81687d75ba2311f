/**
 * `move`: a stopped hub from its SQLite file to an empty PostgreSQL, verified.
 *
 * Thin: hub/admin/move.ts does it. Contract: command-line.md, `move`.
 */
import type { MoveRefusal } from '../../hub/admin/move'
import { type Command, wrongUsage } from '../command'
import { readOptions } from '../options'

const USAGE = 'plumbline move --data DIR --to postgres://USER:PASSWORD@HOST/DATABASE'

export const hubMove: Command = async (args) => {
  const options = readOptions(args, ['data', 'to'])
  if (!options.ok) return wrongUsage(options.error, USAGE)
  const { data, to } = options.value.values
  if (options.value.files.length > 0) return wrongUsage('Name the folder with --data.', USAGE)
  if (data === undefined) return wrongUsage('Name the folder of the hub with --data.', USAGE)
  if (to === undefined || !/^postgres(ql)?:\/\//.test(to)) return wrongUsage('Name the PostgreSQL with --to.', USAGE)

  const { moveHub } = await import('../../hub/admin/move')
  const moved = await moveHub(data, to)
  if (!moved.ok) {
    const message = `${sentence(moved.error)} Nothing was moved.`
    return { exit: 1, json: { ok: false, refused: { reason: moved.error.type, message } }, words: message }
  }
  const { areas, records, ops } = moved.value
  const words = `Moved and verified: ${areas} areas, ${records} records, ${ops} ops. Start the hub with --database now; the folder stays as it was, and is out of date from the first change on.`
  return { exit: 0, json: { ok: true, ...moved.value }, words }
}

function sentence(refusal: MoveRefusal): string {
  switch (refusal.type) {
    case 'NoHub':
      return 'The folder holds no hub.'
    case 'CannotOpen':
      return refusal.message
    case 'NotEmpty':
      return 'The PostgreSQL holds a hub already: give an empty database.'
    case 'Different':
      return `The table ${refusal.table} did not come out as it went in.`
    case 'NotVerified':
      return `The hub does not verify: ${refusal.verification.why} Run \`plumbline verify\` on it, and restore a backup that does.`
  }
}
