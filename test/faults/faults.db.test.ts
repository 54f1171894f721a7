import { expect, onTestFinished, test } from 'vitest'
import { databaseKind, freshDatabase } from '../support/databases.ts'
import { endOrphans, withAppName } from '../support/server-process.ts'
import { faults } from './faults.ts'
import { runFault } from './run-fault.ts'

const here = faults.filter(({ on, times }) => on.includes(databaseKind) && times.short > 0)

test.each(here)('$name: $passMark', { timeout: 240_000 }, async (fault) => {
  const database = await freshDatabase()
  onTestFinished(async () => {
    // What a killed server was writing stays locked until MongoDB gives it up.
    await endOrphans(database.url)
    await database.drop()
  })
  const databaseUrl = withAppName(database.url)
  const given = { kind: databaseKind, databaseUrl, isShort: true }
  const { missed } = await runFault(fault, given)
  expect(missed).toEqual([])
})
