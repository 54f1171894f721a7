import { onTestFinished, test } from 'vitest'
import { startSetOfThree } from '../support/mongod.ts'
import { provideMongod } from '../support/mongod-binary.ts'
import { endPrograms } from '../support/program.ts'
import { expectPassed } from './expect-passed.ts'
import { faults } from './faults.ts'
import { membersOf } from './members.ts'
import { startServer } from './server.ts'

const here = faults.filter(({ needsMembers }) => needsMembers)

test.each(here.map((fault) => [fault.name, fault] as const))(
  '%s',
  { timeout: 300_000 },
  async (_, { run, times }) => {
    const mongod = await provideMongod()
    if ('missing' in mongod) throw new Error(mongod.missing)
    const { stop, uri } = await startSetOfThree(mongod.path)
    onTestFinished(async () => {
      await endPrograms()
      await stop()
    })
    const url = uri.replace('/?', '/faults?')
    const start = (options = {}) => startServer(url, options)
    expectPassed(await run({ database: 'mongodb', start, members: membersOf(uri) }, times.short))
  },
)
