import { MongoClient } from 'mongodb'
import type { Members } from './fault.ts'

/** What can be done to the members of a set, all of which run on this machine. */
export function membersOf(uri: string): Members {
  const onPrimary = async <T>(use: (client: MongoClient) => Promise<T>): Promise<T> => {
    const client = new MongoClient(uri, { serverSelectionTimeoutMS: 30_000 })
    return use(client).finally(() => client.close())
  }
  return {
    async signalPrimary(signal) {
      const pid = await onPrimary(async (client) => {
        const { pid } = await client.db('admin').command({ serverStatus: 1 })
        return Number(pid)
      })
      process.kill(pid, signal)
      return { resume: () => void process.kill(pid, 'SIGCONT') }
    },
    stepDown: () =>
      onPrimary(async (client) => {
        await client.db('admin').command({ replSetStepDown: 5, force: true })
      }),
  }
}
