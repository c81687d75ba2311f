/**
 * Who may import whom, checked by dependency-cruiser; fails too when it saw suspiciously few modules, since a parser that
 * reads nothing finds nothing.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const run = spawnSync(
  join('node_modules', '.bin', 'depcruise'),
  ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, shell: process.platform === 'win32' },
)
if (!run.stdout) {
  console.error(run.stderr)
  process.exit(1)
}
const { summary, modules } = JSON.parse(run.stdout)
const sources = readdirSync('src', { recursive: true }).filter((name) => /\.tsx?$/.test(String(name))).length
const seen = modules.filter(({ source }) => source.startsWith('src/')).length
for (const { from, to, rule } of summary.violations) {
  const comment = summary.ruleSetUsed?.forbidden?.find(({ name }) => name === rule.name)?.comment ?? ''
  console.error(`${from} → ${to}\n  ${rule.name}: ${comment}`)
}
console.log(`${seen} of ${sources} modules read, ${summary.violations.length} crossings`)
process.exitCode = summary.violations.length > 0 || seen < sources * 0.95 ? 1 : 0
