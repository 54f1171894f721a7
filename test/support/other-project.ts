import { once } from 'node:events'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, type Config } from 'payload'
import { pino } from 'pino'
import type { Overrides } from '../../src/service.ts'
import { databaseKind, freshDatabase } from './databases.ts'
import { startService, type TestService } from './service.ts'

// Payload pushes a schema to SQLite once a process, and each test file has several services.
process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'

/**
 * A Payload project that has nothing of ours: its own collections, accounts, addresses and endpoints,
 * and Payload's own adapter for the current project's database.
 */
export async function startOtherProject(
  more: Partial<Config> = {},
  overrides: Overrides = {},
): Promise<TestService> {
  const database = await freshDatabase()
  const { url } = database
  const config = buildConfig({
    secret: 'the other project’s secret',
    routes: { api: '/rest', graphQL: '/gql', admin: '/backoffice' },
    admin: { user: 'members' },
    db:
      databaseKind === 'sqlite'
        ? sqliteAdapter({ client: { url } })
        : mongooseAdapter({ url, ensureIndexes: true }),
    collections: [
      { slug: 'members', auth: true, access: { create: () => true }, fields: [] },
      {
        slug: 'books',
        access: { read: () => true },
        fields: [
          { name: 'title', type: 'text', required: true },
          { name: 'owner', type: 'relationship', relationTo: 'members' as 'users' },
        ],
      },
    ],
    globals: [
      {
        slug: 'opening-hours',
        access: { read: () => true },
        fields: [{ name: 'monday', type: 'text' }],
      },
    ],
    logger: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    telemetry: false,
    typescript: { autoGenerate: false },
    ...more,
  })
  const service = await startService({}, { config, ...overrides }).catch(async (error) => {
    await database.drop()
    throw error
  })
  return {
    ...service,
    async stop() {
      await service.stop()
      await database.drop()
    },
  }
}

/** Something that a test waits for and that happens elsewhere. */
export type Event = { happened: Promise<void>; happen(): void }

export function createEvent(): Event {
  let happen = () => {}
  const happened = new Promise<void>((resolve) => {
    happen = resolve
  })
  return { happened, happen: () => happen() }
}

/** When `signal` is aborted. */
export const aborted = (signal: AbortSignal | undefined): Promise<unknown> =>
  signal?.aborted ? Promise.resolve() : once(signal as AbortSignal, 'abort')
