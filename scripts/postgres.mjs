/**
 * `node scripts/postgres.mjs`: a PostgreSQL for single runs of the hub's tests. Prints its address on standard output and
 * stays up until Ctrl+C:
 *
 *     PLUMBLINE_TEST_DATABASE=<address> npx vitest run --project hub tests/hub/db
 */
import { startPostgres } from './lib/postgres.mjs'

const { url, stop } = await startPostgres()
console.log(url)
console.error('Up until Ctrl+C.')
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.removeAllListeners(signal)
  process.once(signal, () => void stop().then(() => process.exit(0)))
}
// Nothing else keeps the program going when the server is somebody else's.
setInterval(() => {}, 60_000)
