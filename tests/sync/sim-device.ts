/**
 * A device of a run: the real store on an IndexedDB in memory. Everything it seals is shown to whoever watches, and its whole
 * database can be copied, as a copied browser profile is.
 */
import { type Device, deviceOver } from '../../src/store/device'
import { Tables } from '../../src/store/tables'

export interface DeviceCopy {
  /** Of every table. */
  readonly records: ReadonlyMap<string, readonly unknown[]>
  /** The database counts on from here, as the copy of its files does. */
  readonly lastOrder: number
}

const NO_OP = { opId: '', area: '', kind: '', field: '', sealed: new Uint8Array() }

export interface SimDevice {
  readonly name: string
  readonly member: string
  readonly device: Device
  /** How far its clock is off. */
  offsetMs: number
  /** The cycle under way. */
  running: Promise<void> | null
}

type Watch = (device: SimDevice, value: unknown, place: string) => void

let databases = 0

export async function openSimDevice(
  { name, member }: Pick<SimDevice, 'name' | 'member'>,
  copy: DeviceCopy,
  watch: Watch,
): Promise<SimDevice> {
  databases += 1
  const tables = new Tables(`sim-${databases}`)
  await tables.open()
  await Promise.all([...copy.records].map(([table, records]) => tables.table(table).bulkAdd([...records])))
  await tables.ops.add({ ...NO_OP, order: copy.lastOrder })
  await tables.ops.delete(copy.lastOrder)
  const device = await deviceOver(tables)
  const seal: Device['vault']['seal'] = (value, place) => {
    watch(made, value, place)
    return device.vault.seal(value, place)
  }
  const made: SimDevice = {
    name,
    member,
    device: { ...device, vault: { ...device.vault, seal } },
    offsetMs: 0,
    running: null,
  }
  return made
}

export async function copyDevice({ tables }: Device): Promise<DeviceCopy> {
  return tables.transaction('rw', tables.tables, async () => {
    const lastOrder = await tables.ops.add(NO_OP)
    await tables.ops.delete(lastOrder)
    const copies = tables.tables.map(async (table) => [table.name, await table.toArray()] as const)
    return { records: new Map(await Promise.all(copies)), lastOrder }
  })
}

export async function cloneDevice(original: SimDevice, name: string, watch: Watch): Promise<SimDevice> {
  const clone = await openSimDevice({ name, member: original.member }, await copyDevice(original.device), watch)
  clone.offsetMs = original.offsetMs
  return clone
}
