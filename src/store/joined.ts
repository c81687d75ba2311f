/**
 * A device that works with a hub: its own database for one member of one area, made when the member signs in and wiped when
 * they sign out.
 *
 * Effects: IndexedDB, localStorage (the name of the database alone). The token stands sealed among what is this device's own.
 * Rule: sync.md ("one browser profile used by two auditors has one database per member and area").
 */
import Dexie from 'dexie'
import { useLiveQuery } from 'dexie-react-hooks'
import { Area, Member } from '../core/access/member'
import { err, ok, type Result } from '../core/result'
import { chooseDatabase, currentDatabase, databaseOf } from './current-database'
import { closeDevice, DATABASE, type Device, deviceOver, openDevice, type Session, session } from './device'
import { openTables } from './device-upgrade'
import { useHere } from './hooks'
import { newId } from './ids'
import { getLocal, setLocal } from './local'
import { readRow } from './read'
import { forgetAllTyped } from './rescue'

export interface Joining extends Session {
  /** Of the session with the hub. */
  readonly token: string
  readonly areaName: string
  /** As the member's list of devices shows it. */
  readonly deviceName: string
}

export interface Joined {
  readonly device: Device
  readonly session: Session
  /** This device's name to the hub. */
  readonly deviceId: string
}

/** What the hub and its screens call this device and its area, before any record has come. */
export interface HubNames {
  readonly areaName: string
  readonly deviceName: string
}

const TOKEN = 'hub-token'
const NAMES = 'hub-names'

/**
 * Makes the database of a member, or opens the one that is there, and makes it this browser's current one.
 * Nothing is fetched yet: that is sync's.
 */
export async function joinArea({ areaId, memberId, token, areaName, deviceName }: Joining): Promise<Joined> {
  const device = await openJoined(databaseOf(areaId, memberId), { areaId, memberId })
  await setToken(device, token)
  await setLocal(device, NAMES, { areaName, deviceName })
  chooseDatabase(device.tables.name)
  void navigator.storage?.persist?.()
  return { device, session: { areaId, memberId }, deviceId: await deviceIdOf(device) }
}

/** Opens a joined device; a new one holds nothing but its name, whom it is for, and that it has pulled nothing yet. */
export async function openJoined(name: string, who: Session, deviceId: string = `d-${newId()}`): Promise<Device> {
  const tables = await openTables(name, () => {})
  await tables.transaction('rw', tables.sync, async () => {
    if (await tables.sync.get('sync')) return
    await tables.sync.add({
      id: 'sync',
      area: who.areaId,
      member: who.memberId,
      device: deviceId,
      counter: 0,
      known: 0,
      epoch: null,
      scopes: {},
      revs: 0,
      cycle: null,
      completeAt: null,
    })
  })
  const device = await deviceOver(tables)
  await setLocal(device, 'session', { areaId: who.areaId, memberId: who.memberId })
  return device
}

/** @throws when the device has not joined a hub: a bug. */
export async function deviceIdOf({ tables }: Device): Promise<string> {
  const sync = await tables.sync.get('sync')
  if (!sync) throw new Error('this device has not joined a hub')
  return sync.device
}

export function tokenOf(device: Device): Promise<string | undefined> {
  return getLocal<string>(device, TOKEN)
}

/** After signing in again: sync goes on where it stopped. */
export function setToken(device: Device, token: string): Promise<void> {
  return setLocal(device, TOKEN, token)
}

/** The token of the session with the hub, live; `null`: there is none. */
export function useToken(): string | null | undefined {
  const { device } = useHere()
  return useLiveQuery(async () => (await tokenOf(device)) ?? null, [device])
}

export function hubNames(device: Device): Promise<HubNames | undefined> {
  return getLocal<HubNames>(device, NAMES)
}

/** What would be lost: ops the hub has not taken, and those it refused that nobody has put aside. */
export interface Unsent {
  readonly type: 'Unsent'
  readonly waiting: number
  readonly refused: number
}

/**
 * Deletes everything of this member from the browser, which then opens the device's own area again.
 * Sync must have been stopped.
 * @param loseUnsent the person was told what is lost, and wants it so.
 */
export async function signOut(
  device: Device,
  { loseUnsent }: { readonly loseUnsent: boolean },
): Promise<Result<true, Unsent>> {
  const { tables } = device
  const waiting = await tables.ops.filter(({ outcome }) => outcome === undefined).count()
  const refused = await tables.refused.count()
  if (waiting + refused > 0 && !loseUnsent) return err({ type: 'Unsent', waiting, refused })
  closeDevice(device)
  await tables.delete()
  forgetAllTyped(tables.name)
  if (currentDatabase() === tables.name) chooseDatabase(DATABASE)
  return ok(true)
}

/** A database of this browser, and whose it is. */
export interface KnownDatabase {
  readonly name: string
  readonly session: Session
  readonly isJoined: boolean
  readonly areaName: string
  /** `null` until the member's own record has come. */
  readonly memberName: string | null
}

/** Every area and member this browser has records of; opened and closed again one after the other. */
export async function listDatabases(): Promise<readonly KnownDatabase[]> {
  const names = await Dexie.getDatabaseNames()
  const known: KnownDatabase[] = []
  for (const name of names.filter(isRecords)) {
    const device = await openDevice(name)
    const one = await describe(device)
    if (one) known.push(one)
    closeDevice(device)
  }
  return known
}

/** Of a real area; the fictional county has a name of one part. */
function isRecords(name: string): boolean {
  return name === DATABASE || /^plumbline-[^-]+-[^-]+$/.test(name)
}

async function describe(device: Device): Promise<KnownDatabase | null> {
  const who = await session(device)
  if (!who) return null
  const area = await readRow(device, `area/${who.areaId}`, Area)
  const member = await readRow(device, `member/${who.memberId}`, Member)
  const names = await hubNames(device)
  return {
    name: device.tables.name,
    session: who,
    isJoined: device.isJoined,
    areaName: area?.body.name ?? names?.areaName ?? '',
    memberName: member?.body.name ?? null,
  }
}
