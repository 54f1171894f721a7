import { type Endpoint, Forbidden, NotFound, type PayloadRequest, type Where } from 'payload'
import { isStaff } from '../../../collections/access/roles.ts'
import type { NamedCollection } from '../../bundle/documents.ts'
import { inTransaction } from '../../cms/in-transaction.ts'
import { isId } from '../../cms/is-id.ts'
import { isoTime } from '../../cms/iso-time.ts'
import { schedulesSlug } from '../schedules-collection.ts'
import { findJobs, jobsSlug } from '../single/jobs.ts'
import { findSchedules, updateSchedule } from '../stored.ts'
import { describe, describeJob } from './described-schedule.ts'
import { answer, assertPublisher, neededDocument } from './publishers-only.ts'

/** `GET /api/{collection}/{id}/schedules`: what is to happen with a document, and what could not. */
export const listSchedules = (collection: NamedCollection): Omit<Endpoint, 'root'> => ({
  method: 'get',
  path: '/:id/schedules',
  handler: async (req) => {
    if (!isStaff(req.user)) throw new Forbidden(req.t)
    const { id } = await neededDocument(req, collection)
    const kept = await findSchedules(req.payload, {
      and: [...ofDocument(collection, id), { state: { in: ['waiting', 'refused'] } }],
    })
    const jobs = await findJobs(req.payload, ofJob(collection, id))
    const docs = [
      ...(await Promise.all(kept.map((one) => describe(req, one)))),
      ...(await Promise.all(jobs.map((one) => describeJob(req, one)))),
    ]
    return answer(req, { docs: docs.toSorted((a, b) => a.at.localeCompare(b.at)) })
  },
})

/**
 * `DELETE /api/{collection}/{id}/schedules/{schedule}` cancels what has not been done yet, and takes a
 * message of what could not be done from the list.
 */
export const endSchedule = (collection: NamedCollection): Omit<Endpoint, 'root'> => ({
  method: 'delete',
  path: '/:id/schedules/:schedule',
  handler: async (req) => {
    assertPublisher(req)
    const { id } = await neededDocument(req, collection)
    const schedule = String(req.routeParams?.schedule)
    if (!isId(schedule)) throw new NotFound(req.t)
    const state = await inTransaction(req.payload, (own) => end(own, collection, id, schedule))
    if (!state) throw new NotFound(req.t)
    return answer(req, { id: schedule, state })
  },
})

/** In a transaction: what is being done at this moment is either done or cancelled. */
async function end(
  req: PayloadRequest,
  collection: NamedCollection,
  document: string,
  id: string,
): Promise<string | undefined> {
  const { payload } = req
  const own = { id: { equals: id } }
  const where: Where = { and: [...ofDocument(collection, document), own] }
  const [kept] = await findSchedules(payload, where, { req })
  if (kept?.state === 'waiting') {
    await updateSchedule(payload, id, { state: 'cancelled', endedAt: isoTime(Date.now()) }, req)
    return 'cancelled'
  }
  if (kept?.state === 'refused') {
    await payload.db.deleteOne({ collection: schedulesSlug, req, where: own })
    return 'dropped'
  }
  const [job] = await findJobs(payload, [...ofJob(collection, document), own], req)
  if (!job) return undefined
  await payload.db.deleteOne({ collection: jobsSlug, req, where: own })
  return 'cancelled'
}

const ofDocument = (collection: string, id: string): Where[] => [
  { of: { equals: collection } },
  { document: { equals: id } },
]

const ofJob = (collection: string, id: string): Where[] => [
  { 'input.doc.relationTo': { equals: collection } },
  { 'input.doc.value': { equals: id } },
]
