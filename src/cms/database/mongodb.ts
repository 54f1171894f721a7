import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'
import { UsageError } from '../../errors.ts'
import type { Logger } from '../../logger.ts'
import type { DatabaseSettings } from '../../settings.ts'
import { listIndexes, listTimes } from './list-indexes.ts'
import { endOrphans, nameOfServer } from './orphans.ts'
import { withPlainAbsence } from './plain-absence.ts'
import { restoreMark } from './restore-mark.ts'
import { withVersionOrder } from './version-order.ts'

/** What is acknowledged is in the journals of most members: it outlives a crash, and the next election. */
const durable = { w: 'majority', journal: true } as const

/**
 * A member that hangs is noticed after the sum of both, and what waits for it is broken off; else followers of the
 * change log would wait for it after others have a new primary, and with them whoever writes.
 */
const noticing = { heartbeatFrequencyMS: 3000, connectTimeoutMS: 5000 } as const

type MongoSettings = Extract<DatabaseSettings, { kind: 'mongodb' }>

/**
 * Payload's MongoDB adapter, with transactions whenever the server has them, and every collection and
 * index made before it reports ready: inside a transaction MongoDB does not make them in time.
 *
 * @throws UsageError on connect, when there is no server, it has no transactions and no setting accepts that,
 *   or a restore has left it half filled.
 */
export async function mongodb({
  url,
  allowStandalone,
  isRestoring,
}: MongoSettings): Promise<DatabaseAdapterObj<MongooseAdapter>> {
  // A seventh of the time to start, which SQLite has no use for.
  const { mongooseAdapter } = await import('@payloadcms/db-mongodb')
  const adapterOf = mongooseAdapter({
    url,
    connectOptions: {
      appName: nameOfServer(url),
      serverSelectionTimeoutMS: 10_000,
      ...noticing,
      writeConcern: durable,
    },
    transactionOptions: { writeConcern: durable },
  })
  const init = (args: Parameters<typeof adapterOf.init>[0]) => {
    const adapter = adapterOf.init(args) as MongooseAdapter
    const { beginTransaction, connect, transactionOptions } = adapter

    adapter.connect = async function (options) {
      await connectQuietly(() => connect?.call(this, options), args.payload.logger)
      const transactional = await hasTransactions(adapter)
      if (transactional) {
        // Payload drops transactions when the address does not name the replica set.
        Object.assign(adapter, { beginTransaction, transactionOptions })
      } else if (!allowStandalone) {
        await adapter.destroy?.()
        throw new UsageError(
          'DATABASE_URL: this MongoDB is not a replica set, so it has no transactions and a failed write could be left half done. Start it with --replSet, or accept that with HANDBILL_ALLOW_STANDALONE_MONGODB=true.',
        )
      }
      if (!isRestoring && (await restoreMark(adapter.connection).isSet())) {
        await adapter.destroy?.()
        throw new UsageError(
          'DATABASE_URL: a restore of this database has not come to its end: run npm run restore again.',
        )
      }
      if (transactional) await endOrphans(adapter, args.payload.logger)
      if (!options?.hotReload) {
        await Promise.all(Object.values(adapter.connection.models).map((model) => model.init()))
        await makeListIndexes(adapter)
      }
    }
    withPlainAbsence(adapter)
    withEndedTransactions(adapter)
    withVersionOrder(adapter)
    return adapter
  }
  return { ...adapterOf, init }
}

/**
 * Transactions that end when they could not be committed: MongoDB would keep what has not been for a minute, and
 * no other write would get past what it has locked.
 */
function withEndedTransactions(adapter: MongooseAdapter): void {
  const { commitTransaction } = adapter
  adapter.commitTransaction = async function (given) {
    const session = this.sessions[String(await given)]
    try {
      await commitTransaction.call(this, given)
    } catch (error) {
      const admin = this.connection.getClient().db('admin')
      // The driver aborts nothing that it has tried to commit. What is committed stays so.
      if (session) void admin.command({ killSessions: [session.id] }).catch(() => {})
      throw error
    }
  }
}

/** In the order of the lists, id included, because MongoDB sorts all documents by what is not in an index. */
async function makeListIndexes({ collections, payload }: MongooseAdapter): Promise<void> {
  for (const collection of payload.config.collections) {
    for (const fields of listIndexes(collection)) {
      // Payload goes on to sort by `createdAt` what is sorted by id, and MongoDB does not know that ids differ.
      const keys = [...new Set([...fields, 'createdAt'])].map((field): [string, 1 | -1] => {
        if (field === 'id') return ['_id', -1]
        return [field, listTimes.includes(field) ? -1 : 1]
      })
      await collections[collection.slug]?.collection.createIndex(Object.fromEntries(keys))
    }
  }
}

/** Payload logs a failed connection with a stack, and then throws it; whoever starts the server is told once. */
async function connectQuietly(connect: () => unknown, logger: Logger): Promise<void> {
  const { level } = logger
  logger.level = 'silent'
  try {
    await connect()
  } catch (error) {
    const [, reason = (error as Error).message] = (error as Error).message.split('Details: ')
    throw new UsageError(`DATABASE_URL: MongoDB cannot be reached: ${reason}`)
  } finally {
    logger.level = level
  }
}

/** A replica set member says its set's name, a router of a sharded cluster says what it is. */
async function hasTransactions({ connection }: MongooseAdapter): Promise<boolean> {
  const hello = await connection.db?.admin().command({ hello: 1 })
  return Boolean(hello?.setName) || hello?.msg === 'isdbgrid'
}
