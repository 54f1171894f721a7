import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './test/support/sequencer.ts'

/*
 * Where a test file belongs is said by its path:
 *   test/{api,contracts,security}, *.db.test.ts   run twice, in the projects `sqlite` and `mongodb`
 *   *.sqlite.test.ts, *.mongodb.test.ts      run in that project alone, wherever they are
 *   test/admin                               in a browser, on SQLite
 *   everything else                          `unit`, without a database
 */
const database = ['test/{api,contracts,security}/**/*.test.ts', 'test/**/*.db.test.ts']
const sqliteOnly = 'test/**/*.sqlite.test.ts'
const mongodbOnly = 'test/**/*.mongodb.test.ts'
const admin = 'test/admin/**/*.test.ts'
// The benchmark builds an app of its own beside its files.
const built = '**/{node_modules,.next}/**'

// To load Payload takes two seconds: the files of a worker share what it has loaded.
const together = { isolate: false, setupFiles: ['test/support/leave-nothing.ts'] }

export default defineConfig({
  resolve: {
    alias: {
      '@payload-config': fileURLToPath(new URL('src/cms/payload.config.ts', import.meta.url)),
      // Node takes the CommonJS build, for Payload too; two copies of graphql refuse each other's types.
      graphql: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)),
    },
  },
  test: {
    // Each worker holds a whole Payload: two fit two cores and a few GiB.
    maxWorkers: 2,
    // Lexical's packages otherwise load with a top-level await, on which Node 20 now and then stops.
    execArgv: ['--conditions=production'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Where nobody looks on, a test that a busy machine upset is tried once more, and named at the end.
    retry: process.env.CI ? 1 : 0,
    // A busy machine takes its time; nobody waits for longer than it takes.
    expect: { poll: { timeout: 20_000 } },
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          ...together,
          include: ['test/**/*.test.ts'],
          exclude: [built, ...database, sqliteOnly, mongodbOnly, admin],
        },
      },
      {
        extends: true,
        test: {
          name: 'sqlite',
          ...together,
          include: [...database, sqliteOnly],
          exclude: [built, mongodbOnly],
          provide: { databaseKind: 'sqlite' },
        },
      },
      {
        extends: true,
        test: {
          name: 'mongodb',
          ...together,
          include: [...database, mongodbOnly],
          exclude: [built, sqliteOnly],
          provide: { databaseKind: 'mongodb' },
          globalSetup: 'test/support/mongodb-server.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'admin',
          include: [admin],
          // A browser's tests wait for half of their time: a third one fits, when nothing else runs.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          provide: { databaseKind: 'sqlite' },
          // The first run builds the admin, which takes a minute or more.
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
