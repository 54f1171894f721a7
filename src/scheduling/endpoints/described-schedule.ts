import type { PayloadRequest } from 'payload'
import type { NamedCollection } from '../../bundle/documents.ts'
import type { Schedule } from '../schedules-collection.ts'
import type { SingleJob } from '../single/jobs.ts'
import { newestOf, type Standing, standingOf } from '../standing.ts'
import { findUser } from '../stored.ts'
import type { Item, Problem, What } from '../what.ts'

/** A schedule as editors are told of it. */
export type Described = {
  id: string
  what: What
  at: string
  state: Schedule['state']
  /** Who made it; null when the account is gone. */
  by: string | null
  documents: (Item & { title: string | null })[]
  problems: Problem[]
}

export async function describe(req: PayloadRequest, schedule: Schedule): Promise<Described> {
  const { id, what, at, state, by, documents, problems } = schedule
  return {
    ...{ id, what, at: iso(at), state },
    by: await nameOf(req, by),
    documents: await titled(req, documents),
    problems: problems ?? [],
  }
}

export async function describeJob(req: PayloadRequest, job: SingleJob): Promise<Described> {
  const { user, type, doc } = job.input
  return {
    ...{ id: job.id, what: type ?? 'publish', at: iso(job.waitUntil ?? ''), state: 'waiting' },
    by: await nameOf(req, typeof user === 'object' ? user?.value : null),
    documents: doc ? await titled(req, [doc as Item]) : [],
    problems: [],
  }
}

const iso = (date: string): string => new Date(date).toISOString()

const nameOf = async ({ payload }: PayloadRequest, id: string | null | undefined) =>
  ((await findUser(payload, id)) as { name?: string } | undefined)?.name ?? null

async function titled(req: PayloadRequest, documents: Item[]): Promise<Described['documents']> {
  const found = new Map<string, Standing>()
  for (const kind of new Set(documents.map(({ relationTo }) => relationTo))) {
    for (const one of await standingsOf(req, kind, documents)) found.set(one.value, one)
  }
  return documents.map((one) => ({ ...one, title: found.get(one.value)?.title ?? null }))
}

async function standingsOf(req: PayloadRequest, kind: NamedCollection, documents: Item[]) {
  const ids = documents.filter(({ relationTo }) => relationTo === kind).map(({ value }) => value)
  return standingOf(req, kind, await newestOf(req, kind, { id: { in: ids } }))
}
