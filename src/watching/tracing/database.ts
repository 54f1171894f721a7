import type { Payload } from 'payload'
import { operations } from '../../cms/dependencies/track.ts'
import type { Tracing } from './tracing.ts'

const traced = [
  ...operations,
  'beginTransaction',
  'commitTransaction',
  'rollbackTransaction',
] as const

type Operation = (this: unknown, args?: { collection?: string }) => Promise<unknown>

/** Has each command to the database be a span of the request or job that it is for. */
export function traceDatabase({ db }: Payload, tracing: Tracing): void {
  const system = db.name === 'mongoose' ? 'mongodb' : 'sqlite'
  for (const name of traced) {
    const run = db[name] as unknown as Operation | undefined
    if (!run) continue
    const inSpan: Operation = function (args) {
      const collection = args?.collection
      const attributes = {
        'db.system.name': system,
        'db.operation.name': name,
        ...(collection ? { 'db.collection.name': collection } : {}),
      }
      const title = collection ? `${name} ${collection}` : name
      return tracing.inSpan(title, attributes, async () => run.call(this, args))
    }
    Object.assign(db, { [name]: inSpan })
  }
}
