/**
 * Builds app and command line when a source is newer than the last build.
 */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './install.mjs'

const SOURCES = [
  'src',
  'public',
  'audit-frameworks',
  'index.html',
  'package-lock.json',
  'package.json',
  'vite.config.ts',
  'vite.cli.config.ts',
]

/** @param {string} root folder of the project */
export function buildIfNeeded(root) {
  const stamp = join(root, 'dist', '.built')
  const newest = Math.max(...SOURCES.map((name) => newestIn(join(root, name))))
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newest) return
  console.error('Building…')
  if (npm(root, ['run', '--silent', 'build', '--', '--logLevel', 'warn']) !== 0) {
    console.error('The build failed; the lines above say where.')
    process.exit(1)
  }
  writeFileSync(stamp, '')
}

function newestIn(path) {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
