import { resolve } from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import { collections } from '../../../collections/index.ts'

/** Our collections and languages on Payload as it comes: its adapter, its hooks, none of our plugins. */
export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? '',
  db: sqliteAdapter({
    client: { url: process.env.DATABASE_URL ?? '' },
    idType: 'uuid',
    migrationDir: resolve('src/cms/migrations'),
    push: false,
  }),
  collections,
  editor: lexicalEditor(),
  localization: { locales: ['en', 'es'], defaultLocale: 'en', fallback: true },
  admin: { user: 'users' },
  cors: '*',
  telemetry: false,
})
