import type { Payload, PayloadRequest, TypedUser, Where } from 'payload'
import { forNobody } from '../cms/dependencies/track.ts'
import { type Schedule, schedulesSlug } from './schedules-collection.ts'

type InTransaction = Pick<PayloadRequest, 'transactionID'>

/** Schedules, those first that come first. */
export async function findSchedules(
  { db }: Payload,
  where: Where,
  { req = {}, limit = 0 }: { req?: InTransaction; limit?: number } = {},
): Promise<Schedule[]> {
  const { docs } = await db.find<Schedule>({
    collection: schedulesSlug,
    limit,
    pagination: false,
    req: forNobody(req),
    sort: 'at',
    where,
  })
  return docs
}

export const updateSchedule = (
  { db }: Payload,
  id: string,
  data: Partial<Schedule>,
  req: InTransaction,
): Promise<unknown> => db.updateOne({ collection: schedulesSlug, id, data, req: forNobody(req) })

export async function createSchedule(
  { db }: Payload,
  data: Omit<Schedule, 'id'>,
  req: InTransaction,
): Promise<Schedule> {
  const made = await db.create({ collection: schedulesSlug, data, req: forNobody(req) })
  return made as unknown as Schedule
}

/** @returns undefined when there is no such account any more */
export async function findUser(
  payload: Payload,
  id: string | null | undefined,
  req: InTransaction = {},
): Promise<TypedUser | undefined> {
  if (!id) return undefined
  const found = await payload.findByID({
    collection: 'users',
    depth: 0,
    disableErrors: true,
    id,
    overrideAccess: true,
    req: forNobody(req),
  })
  return found ? { ...found, collection: 'users' } : undefined
}
