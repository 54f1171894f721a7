import type { Payload } from 'payload'
import type { Tracing } from './tracing.ts'

/** What Payload's adapters do with documents. */
const operations = [
  'count',
  'countGlobalVersions',
  'countVersions',
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'find',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findOne',
  'findVersions',
  'queryDrafts',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
  'beginTransaction',
  'commitTransaction',
  'rollbackTransaction',
] as const

type Operation = (this: unknown, args?: { collection?: string }) => Promise<unknown>

/** Has each command to the database be a span of the request or job that it is for. */
export function traceDatabase({ db }: Payload, tracing: Tracing): void {
  const system = db.name === 'mongoose' ? 'mongodb' : 'sqlite'
  for (const name of operations) {
    const run = db[name] as unknown as Operation | undefined
    if (!run) continue
    const traced: Operation = function (args) {
      const collection = args?.collection
      const attributes = {
        'db.system.name': system,
        'db.operation.name': name,
        ...(collection ? { 'db.collection.name': collection } : {}),
      }
      const title = collection ? `${name} ${collection}` : name
      return tracing.inSpan(title, attributes, async () => run.call(this, args))
    }
    Object.assign(db, { [name]: traced })
  }
}
