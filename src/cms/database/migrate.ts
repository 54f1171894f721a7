import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionSlug, Migration } from 'payload'

/**
 * Makes the migrations that the database has not been through, each in a transaction of its own with the note
 * that it was made. Killed between or within them, it goes on where it was; of several servers that start
 * at once, each migration is made by whichever comes first, and the others wait.
 *
 * Payload's own asks once, before it has the turn to write: of two servers, the second one fails.
 */
export async function migrate(
  adapter: SQLiteAdapter,
  migrations: readonly Migration[],
): Promise<void> {
  const made = await madeMigrations(adapter)
  for (const migration of migrations.filter(({ name }) => !made.has(name))) {
    await makeOnce(adapter, migration)
  }
}

async function makeOnce(adapter: SQLiteAdapter, { name, up }: Migration): Promise<void> {
  const { payload } = adapter
  const transactionID = String(await adapter.beginTransaction())
  const db = adapter.sessions[transactionID]?.db
  const req = { payload, transactionID } as never
  try {
    const made = await madeMigrations(adapter, db)
    if (made.has(name)) return await adapter.rollbackTransaction(transactionID)
    payload.logger.info(`Migrating: ${name}`)
    await up({ db, payload, req } as never)
    const now = new Date().toISOString()
    await adapter.create({
      collection: 'payload-migrations' as CollectionSlug,
      data: { name, batch: Math.max(0, ...made.values()) + 1, createdAt: now, updatedAt: now },
      req,
    })
    await adapter.commitTransaction(transactionID)
  } catch (error) {
    await adapter.rollbackTransaction(transactionID)
    throw new Error(`The migration ${name} failed, and has changed nothing: ${told(error)}`)
  }
}

type Row = Record<string, unknown>
type Executing = SQLiteAdapter['drizzle'] | SQLiteAdapter['sessions'][string]['db'] | undefined

/** The names of the migrations that were made, each with its batch. */
async function madeMigrations(
  adapter: SQLiteAdapter,
  db: Executing = adapter.drizzle,
): Promise<Map<string, number>> {
  const select = async (raw: string) => {
    const { rows } = (await adapter.execute({ db: db as never, raw })) as unknown as { rows: Row[] }
    return rows
  }
  const tables = await select(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'",
  )
  if (tables.length === 0) return new Map()
  const rows = await select('SELECT name, batch FROM payload_migrations')
  return new Map(rows.map(({ name, batch }) => [String(name), Number(batch)]))
}

const told = (error: unknown): string => {
  const { cause, message } = error as Error
  return cause instanceof Error ? cause.message : message
}
