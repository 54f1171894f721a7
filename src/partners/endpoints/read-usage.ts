import { type Endpoint, Forbidden, type PayloadRequest } from 'payload'
import { accepts, mistake } from '../../cms/readers/mistake.ts'
import { refuse } from '../../cms/readers/refuse.ts'
import { type StoredUsage, usageSlug } from '../collections.ts'
import { meterOf } from '../meter.ts'
import { answer, partnerForAdmin } from './admins.ts'

export const mostDays = 366
export const usualDays = 30

/**
 * `GET /api/partners/{id}/usage`, for administrators, and `GET /api/partners/me/usage`, for the partner:
 * how often it has asked, by day (UTC), newest first; `days` says how many, 30 unless said otherwise.
 */
export const readUsage: Omit<Endpoint, 'root'> = {
  method: 'get',
  path: '/:id/usage',
  handler: async (req) => {
    const partner = await whose(req)
    const { days = String(usualDays), ...others } = req.query as Record<string, unknown>
    const mistakes = Object.keys(others)
      .filter((name) => others[name] !== undefined)
      .map((name) => mistake(name, `not a parameter here; ${accepts(['days'])}`))
    if (typeof days !== 'string' || !/^\d{1,3}$/.test(days) || +days < 1 || +days > mostDays) {
      mistakes.push(mistake('days', `accepted: a whole number from 1 to ${mostDays}`))
    }
    if (mistakes.length > 0) return refuse(mistakes, req)

    // What this server has counted is in it up to now, what others have, up to their last write.
    await meterOf(req.payload).flush()
    const { docs } = await req.payload.db.find<StoredUsage>({
      collection: usageSlug,
      limit: Number(days),
      pagination: false,
      req,
      sort: '-day',
      where: {
        and: [{ partner: { equals: partner } }, { day: { greater_than: since(Number(days)) } }],
      },
    })
    return answer(req, {
      docs: docs.map(({ day, requests, cached, throttled }) => ({
        day,
        requests,
        cached,
        throttled,
      })),
    })
  },
}

async function whose(req: PayloadRequest): Promise<string> {
  if (req.routeParams?.id !== 'me') return partnerForAdmin(req)
  if (req.user?.collection !== 'partners') throw new Forbidden(req.t)
  return String(req.user.id)
}

const since = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
