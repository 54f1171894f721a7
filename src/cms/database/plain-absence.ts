import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Where } from 'payload'

type Find = (this: MongooseAdapter, args: { where?: Where }) => Promise<unknown>

/**
 * Asks MongoDB for documents that are not in the trash in a way that an index answers in its order.
 *
 * Payload says "is missing, or is null", and for an "or" MongoDB collects all documents and sorts them;
 * "equals null" means the same to it.
 */
export function withPlainAbsence(adapter: MongooseAdapter): void {
  for (const name of ['find', 'count'] as const) {
    const ask = adapter[name] as unknown as Find
    const plainly: Find = function (args) {
      return ask.call(this, { ...args, where: args.where && plain(args.where) })
    }
    Object.assign(adapter, { [name]: plainly })
  }
}

function plain(where: Where): Where {
  const parts = Object.entries(where).map(([name, value]) => {
    if (/^(and|or)$/i.test(name) && Array.isArray(value)) return [name, value.map(plain)]
    return [name, name === 'deletedAt' && isAbsence(value) ? { equals: null } : value]
  })
  return Object.fromEntries(parts)
}

const isAbsence = (condition: unknown): boolean => {
  const [[operator, value] = [], ...others] = Object.entries(Object(condition))
  return others.length === 0 && operator === 'exists' && value === false
}
