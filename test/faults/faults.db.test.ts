import { expect, onTestFinished, test } from 'vitest'
import { databaseKind, freshDatabase } from '../support/databases.ts'
import { faults } from './faults.ts'
import { runFault } from './run-fault.ts'

const here = faults.filter(({ on, times }) => on.includes(databaseKind) && times.short > 0)

test.each(here)('$name: $passMark', { timeout: 240_000 }, async (fault) => {
  const database = await freshDatabase()
  onTestFinished(() => database.drop())
  const given = { kind: databaseKind, databaseUrl: database.url, isShort: true }
  const { missed } = await runFault(fault, given)
  expect(missed).toEqual([])
})
