/**
 * The first tables of the hub, as schema.ts describes them. Every key begins with `area`; the two look-ups that cannot know
 * the area yet (a link by its token, the places of an account) have an index of their own.
 *
 * Texts compare by their bytes on both databases, never by a language's order.
 */
import { type CreateTableBuilder, type Kysely, type Migration, type RawBuilder, sql } from 'kysely'
import type { Dialect } from '../schema'

type Table = CreateTableBuilder<string, string>

export function hubTables(dialect: Dialect): Migration {
  const text = dialect === 'postgres' ? sql`text collate "C"` : sql`text`
  const bytes = dialect === 'postgres' ? sql`bytea` : sql`blob`
  const count = sql`bigint`

  /** Columns named in `optional` may be null. */
  function columns(table: Table, type: RawBuilder<unknown>, names: string, optional = ''): Table {
    const required = names.split(' ').reduce((made, name) => made.addColumn(name, type, (c) => c.notNull()), table)
    return optional.split(' ').reduce((made, name) => (name === '' ? made : made.addColumn(name, type)), required)
  }
  const texts = (names: string, optional?: string) => (table: Table) => columns(table, text, names, optional)
  const counts = (names: string, optional?: string) => (table: Table) => columns(table, count, names, optional)

  async function up(db: Kysely<unknown>): Promise<void> {
    const table = (name: string): Table => db.schema.createTable(name)
    const index = (on: string, keys: string[]) =>
      db.schema
        .createIndex(`${on}_by_${keys.at(-1)}`)
        .on(on)
        .columns(keys)
        .execute()

    await table('area')
      .$call(texts('area epoch created_at head'))
      .$call(counts('seq ops'))
      .addPrimaryKeyConstraint('area_key', ['area'])
      .execute()

    await table('record')
      .$call(texts('area key kind scope refs body'))
      .$call(counts('seq rev v'))
      .addPrimaryKeyConstraint('record_key', ['area', 'key'])
      .addUniqueConstraint('record_seq', ['area', 'seq'])
      .execute()
    await db.schema.createIndex('record_feed').on('record').columns(['area', 'scope', 'seq']).execute()

    await table('ref').$call(texts('area ref key')).addPrimaryKeyConstraint('ref_key', ['area', 'ref', 'key']).execute()
    await index('ref', ['area', 'key'])

    await table('gone')
      .$call(texts('area scope key reason at'))
      .$call(counts('seq'))
      .addPrimaryKeyConstraint('gone_key', ['area', 'scope', 'key'])
      .execute()
    await db.schema.createIndex('gone_feed').on('gone').columns(['area', 'scope', 'seq']).execute()

    await table('scope')
      .$call(texts('area id'))
      .$call(counts('floor'))
      .addPrimaryKeyConstraint('scope_key', ['area', 'id'])
      .execute()

    await table('device')
      .$call(texts('area id member name waiting seen_at', 'session'))
      .$call(counts('last_n revoked'))
      .addPrimaryKeyConstraint('device_key', ['area', 'id'])
      .execute()
    await index('device', ['area', 'member'])

    await table('op')
      .$call(
        texts(
          'area device op_id actor at_device at_hub kind outcome payload_hash prev_hash hash',
          'field key refusal salt payload',
        ),
      )
      .$call(counts('position n', 'rev'))
      .addPrimaryKeyConstraint('op_key', ['area', 'position'])
      .addUniqueConstraint('op_once', ['area', 'op_id'])
      .addUniqueConstraint('op_counter', ['area', 'device', 'n'])
      .execute()
    await db.schema.createIndex('op_by_field').on('op').columns(['area', 'field', 'position']).execute()

    await table('blob')
      .$call(texts('area hash at'))
      .addColumn('bytes', bytes, (c) => c.notNull())
      .addPrimaryKeyConstraint('blob_key', ['area', 'hash'])
      .execute()

    await table('erased').$call(texts('area key at')).addPrimaryKeyConstraint('erased_key', ['area', 'key']).execute()

    await table('membership')
      .$call(texts('area member user_id at'))
      .addPrimaryKeyConstraint('membership_key', ['area', 'member'])
      .addUniqueConstraint('membership_once', ['area', 'user_id'])
      .execute()
    await index('membership', ['user_id'])

    await table('link')
      .$call(texts('area token_hash type expires_at', 'member email used_at'))
      .addPrimaryKeyConstraint('link_key', ['area', 'token_hash'])
      .execute()
    await index('link', ['token_hash'])
  }

  return { up }
}
