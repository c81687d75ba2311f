/**
 * A hub in a process of its own, to be killed (hub-process.ts builds and starts it). Loads everything, says `ready`, starts
 * after the first line on its standard input and prints where it is.
 */
import { once } from 'node:events'
import { startHub } from '../../../src/hub/main'

const [where = '', port = '0'] = process.argv.slice(2)
const NO_LIMITS = { address: 1e9, tries: 1e9, account: 1e9, session: 1e9 }

process.stdout.write('ready\n')
await once(process.stdin, 'data')
const hub = await startHub({ where, port: Number(port), limits: NO_LIMITS, logLevel: 'silent' })
process.stdout.write(`${JSON.stringify({ url: hub.url, setUpLink: hub.setUpLink })}\n`)
