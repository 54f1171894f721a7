import { AsyncLocalStorage } from 'node:async_hooks'
import type { BaseDatabaseAdapter, Payload } from 'payload'
import type { Tag } from '../../changes/tags.ts'
import { type Query, tagsOfQuery } from './tags-of-query.ts'

/** What was read so far, and whether all of it can be told of when it changes. */
type Reads = { tags: Set<Tag>; isWhole: boolean }

const reads = new AsyncLocalStorage<Reads>()
let running = 0

/**
 * Runs something and tells what it read from the database.
 *
 * @returns no tags when it read what no change log covers, or wrote anything
 */
export async function track<T>(
  run: () => Promise<T>,
): Promise<{ result: T; tags: ReadonlySet<Tag> | undefined }> {
  const own: Reads = { tags: new Set(), isWhole: true }
  running++
  try {
    const result = await reads.run(own, run)
    return { result, tags: own.isWhole ? own.tags : undefined }
  } finally {
    running--
    // As long as it is in use, Node 20 follows every step of everything that is answered from memory too.
    if (running === 0) reads.disable()
  }
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

type Method = (args: Query) => Promise<unknown>

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
      const own = reads.getStore()
      if (!own?.isWhole) return read.call(db, args)
      const result = await read.call(db, args)
      const found = documentsIn(result)
      const tags = tagsOfLog(args.collection, found) ?? tagsOfQuery(args, found, payload.config)
      own.isWhole &&= tags.every((tag) => covers(tag.split('/', 1)[0] ?? ''))
      for (const tag of tags) own.tags.add(tag)
      return result
    }
    Object.assign(db, { [name]: noted })
  }
  for (const name of others) {
    const run = db[name] as unknown as Method
    const noted: Method = (args) => {
      const own = reads.getStore()
      if (own) own.isWhole = false
      return run.call(db, args)
    }
    Object.assign(db, { [name]: noted })
  }
}

function documentsIn(result: unknown): { id?: unknown }[] {
  if (!result || typeof result !== 'object') return []
  return 'docs' in result ? (result.docs as []) : [result as { id?: unknown }]
}
