import type { BaseDatabaseAdapter, Payload } from 'payload'
import type { Tag } from '../../changes/tags.ts'
import { type Query, tagsOfQuery } from './tags-of-query.ts'

/** What was read so far, and whether all of it can be told of when it changes. */
type Reads = { tags: Set<Tag>; isWhole: boolean }

/** Where a request carries what was read for it; Payload hands its request on to every read. */
const readsKey = Symbol('handbill.reads')
const underWay = new Set<Reads>()

/**
 * Runs something for a request, which Payload makes its own, and tells what it read from the database.
 *
 * @returns no tags when it read what no change log covers, or wrote anything
 */
export async function track<T>(
  request: object,
  run: () => Promise<T>,
): Promise<{ result: T; tags: ReadonlySet<Tag> | undefined }> {
  const own: Reads = { tags: new Set(), isWhole: true }
  Object.assign(request, { [readsKey]: own })
  underWay.add(own)
  try {
    const result = await run()
    return { result, tags: own.isWhole ? own.tags : undefined }
  } finally {
    underWay.delete(own)
  }
}

/** Says that what is read with this request is read for no reader. */
export const forNobody = <R extends object>(req: R): R => ({ ...req, [readsKey]: null })

/** Says that what is read with this request is read for the answer to that one. */
export const forRequest = <R extends object>(req: R, request: object): R =>
  Object.assign(req, { [readsKey]: (request as ReadRequest)[readsKey] ?? null })

type ReadRequest = { [readsKey]?: Reads | null; payloadAPI?: unknown }

const none: ReadonlySet<Reads> = new Set()

/**
 * For whom something is read: for the reader whose request it is. A hook that does not hand the request
 * on may do so for anybody, so that everyone who is being answered is taken to depend on it.
 */
function readersOf(req: unknown): Iterable<Reads> {
  if (underWay.size === 0) return none
  const { [readsKey]: own, payloadAPI } = (req ?? {}) as ReadRequest
  if (own) return [own]
  const isAnotherClients = payloadAPI === 'REST' || payloadAPI === 'GraphQL'
  return own === null || isAnotherClients ? none : underWay
}

/** Reads whose dependencies can be named. */
const named = ['find', 'findOne', 'findDistinct', 'count'] as const

/** Everything else: writes, and what is not part of a collection's public documents. */
const others = [
  'countGlobalVersions',
  'countVersions',
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'findGlobal',
  'findGlobalVersions',
  'findVersions',
  'queryDrafts',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

/** What Payload's adapters do with documents. */
export const operations = [...named, ...others] as const

type Method = (args: Query & { req?: unknown }) => Promise<unknown>

/**
 * Has what is read through the adapter noted for whoever asked.
 *
 * @param covers whether changes of that collection are in the change log
 * @param tagsOfLog what a read of the change log itself depends on; undefined for other collections
 */
export function trackReads(
  db: BaseDatabaseAdapter,
  payload: Payload,
  covers: (collection: string) => boolean,
  tagsOfLog: (collection: string, entries: readonly object[]) => Tag[] | undefined,
): void {
  for (const name of named) {
    const read = db[name] as unknown as Method
    const noted: Method = async (args) => {
      const readers = [...readersOf(args.req)].filter(({ isWhole }) => isWhole)
      const result = await read.call(db, args)
      if (readers.length === 0) return result
      const found = documentsIn(result)
      const tags = tagsOfLog(args.collection, found) ?? tagsOfQuery(args, found, payload.config)
      const isCovered = tags.every((tag) => covers(tag.split('/', 1)[0] ?? ''))
      for (const own of readers) {
        own.isWhole &&= isCovered
        for (const tag of tags) own.tags.add(tag)
      }
      return result
    }
    Object.assign(db, { [name]: noted })
  }
  for (const name of others) {
    const run = db[name] as unknown as Method
    const noted: Method = (args) => {
      for (const own of readersOf(args?.req)) own.isWhole = false
      return run.call(db, args)
    }
    Object.assign(db, { [name]: noted })
  }
}

function documentsIn(result: unknown): { id?: unknown }[] {
  if (!result || typeof result !== 'object') return []
  return 'docs' in result ? (result.docs as []) : [result as { id?: unknown }]
}
