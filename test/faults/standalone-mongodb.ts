import { freePort } from '../support/free-port.ts'
import { startStandalone } from '../support/mongod.ts'
import { provideMongod } from '../support/mongod-binary.ts'
import { withDatabase } from '../support/mongodb-uri.ts'
import { runProgram } from '../support/program.ts'
import type { Fault } from './fault.ts'

export const standaloneMongodb: Fault = {
  name: 'MongoDB without a replica set',
  done: 'the server is started on a standalone mongod, which has no transactions',
  passMark: 'refuses to start, and says why and which setting accepts it',
  on: ['mongodb'],
  times: { short: 0, full: 1 },
  async run({ after }) {
    const mongod = await provideMongod()
    if ('missing' in mongod) throw new Error(mongod.missing)
    const standalone = await startStandalone(mongod.path)
    after(() => standalone.stop())
    const program = runProgram(process.cwd(), 'src/start.mjs', {
      PORT: String(await freePort()),
      DATABASE_URL: withDatabase(standalone.uri, 'faults'),
      PAYLOAD_SECRET: 'a secret for the tests',
      NODE_ENV: 'production',
    })
    after(() => program.send('SIGKILL'))
    const { code } = await program.ended
    const said = program.output().trim()
    const isTold = /not a replica set.*--replSet.*HANDBILL_ALLOW_STANDALONE_MONGODB/.test(said)
    const missed = [
      ...(code === 1 ? [] : [`it ended with ${code}`]),
      ...(isTold ? [] : [`it said: ${said}`]),
    ]
    return { missed, result: `exit code ${code}, ${said.split('\n').length} line said` }
  },
}
