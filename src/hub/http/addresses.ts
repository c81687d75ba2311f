/**
 * Which network addresses a list like "loopback, 10.0.0.5, 10.1.0.0/16" names.
 *
 * Effects: none; `BlockList` of Node does the matching.
 */
import { BlockList, isIP } from 'node:net'
import { err, ok, type Result } from '../../core/result'

export type Addresses = Pick<BlockList, 'check'>

/** @returns the list, or one sentence naming the entry that is no address. */
export function parseAddresses(entries: readonly string[]): Result<Addresses, string> {
  const list = new BlockList()
  for (const entry of entries.flatMap((text) => (text === 'loopback' ? ['127.0.0.0/8', '::1'] : [text]))) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address)
    const prefix = bits === undefined ? null : Number(bits)
    const most = family === 4 ? 32 : 128
    if (
      family === 0 ||
      bits === '' ||
      (prefix !== null && !(Number.isInteger(prefix) && prefix >= 0 && prefix <= most))
    ) {
      return err(`"${entry}" is no network address; write for example 10.0.0.5, 10.0.0.0/16 or loopback.`)
    }
    const type = family === 4 ? 'ipv4' : 'ipv6'
    if (prefix === null) list.addAddress(address, type)
    else list.addSubnet(address, prefix, type)
  }
  return ok(list)
}

/** Whether the list holds this address; an IPv4 address written as IPv6 counts as IPv4. */
export function holds(list: Addresses, address: string | undefined): boolean {
  const family = isIP(address ?? '')
  return address !== undefined && family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

export const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost']
