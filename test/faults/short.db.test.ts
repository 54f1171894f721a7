import { onTestFinished, test } from 'vitest'
import { databaseKind, freshDatabase } from '../support/databases.ts'
import { endPrograms } from '../support/program.ts'
import { endOrphans, withAppName } from '../support/server-process.ts'
import { expectPassed } from './expect-passed.ts'
import { faults } from './faults.ts'
import { startServer } from './server.ts'

const here = faults.filter(
  ({ on, needsMembers, onlyInFull }) => on.includes(databaseKind) && !needsMembers && !onlyInFull,
)

test.each(here.map((fault) => [fault.name, fault] as const))(
  '%s',
  { timeout: 300_000 },
  async (_, { run, times }) => {
    const { drop, url } = await freshDatabase()
    onTestFinished(async () => {
      await endPrograms()
      await endOrphans(url)
      await drop()
    })
    const start = (options = {}) => startServer(withAppName(url), options)
    expectPassed(await run({ database: databaseKind, start }, times.short))
  },
)
