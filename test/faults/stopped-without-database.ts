import { startReplicaSet } from '../support/mongod.ts'
import { provideMongod } from '../support/mongod-binary.ts'
import { withDatabase } from '../support/mongodb-uri.ts'
import type { Fault } from './fault.ts'
import { startServer } from './support/server.ts'

export const stoppedWithoutDatabase: Fault = {
  name: 'SIGTERM without a database',
  done: 'MongoDB is killed, and then the server is sent SIGTERM while 5 clients wait for answers',
  passMark: 'exit within 10 s',
  on: ['mongodb'],
  times: { short: 1, full: 3 },
  async run(given) {
    const mongod = await provideMongod()
    if ('missing' in mongod) throw new Error(mongod.missing)
    let slowest = 0
    for (let i = 0; i < given.times; i++) {
      const set = await startReplicaSet(mongod.path)
      given.after(() => set.stop())
      const server = await startServer({ ...given, databaseUrl: withDatabase(set.uri, 'faults') })
      await set.stop()
      const waiting = Array.from({ length: 5 }, (_, client) =>
        server.ask(`/api/claims?where[statement][equals]=${client}`).catch(() => {}),
      )
      const signalled = performance.now()
      server.program?.send('SIGTERM')
      await server.program?.ended
      slowest = Math.max(slowest, performance.now() - signalled)
      await Promise.all(waiting)
    }
    const isLate = slowest > (given.isShort ? 20_000 : 10_000)
    return {
      missed: isLate ? [`exit after ${Math.round(slowest)} ms`] : [],
      result: `exit within ${(slowest / 1000).toFixed(1)} s`,
    }
  },
}
