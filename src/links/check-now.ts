import { setTimeout as sleep } from 'node:timers/promises'
import { APIError, type Endpoint, Forbidden, headersWithCors } from 'payload'
import { isStaff } from '../../collections/access/roles.ts'
import { isoTime } from '../cms/iso-time.ts'
import { checkerOf } from './checker.ts'
import type { Parts } from './parts.ts'
import { findCheck, type LinkCheck } from './stored.ts'

/** An editor waits that long for an answer; the check goes on without. */
const patience = 10_000

/**
 * `POST /api/resources/{id}/check-link`: checks the address of a resource now, as its newest version has
 * it. It keeps to the same rules as other checks, so it may have to wait for its host.
 */
export const checkNow = (parts: Parts): Omit<Endpoint, 'root'> => ({
  method: 'post',
  path: '/:id/check-link',
  handler: async (req) => {
    if (!isStaff(req.user)) throw new Forbidden(req.t)
    const { payload } = req
    const resource = await payload.findByID({
      collection: 'resources',
      id: String(req.routeParams?.id),
      depth: 0,
      draft: true,
      overrideAccess: false,
      req,
      user: req.user,
    })
    const { url } = resource
    if (!url) {
      throw new APIError('url: the resource has no address that could be checked.', 400, null, true)
    }
    const since = isoTime(parts.clock.now())
    const checking = checkerOf(payload, parts).checkNow(url)
    await Promise.race([checking, sleep(patience, undefined, { ref: false })])
    const check = await findCheck(payload, { url: { equals: url } })
    const isChecked = Boolean(check?.checkedAt && isoTime(Date.parse(check.checkedAt)) >= since)
    return Response.json(
      { isChecked, check: check ? shown(check) : null },
      { headers: headersWithCors({ headers: new Headers(), req }) },
    )
  },
})

const shown = ({ id, url, status, httpStatus, finalUrl, foundAt, ...check }: LinkCheck) => ({
  ...{ id, url, status, httpStatus, finalUrl, foundAt },
  ...{ kind: check.kind, reason: check.reason, checkedAt: check.checkedAt, dueAt: check.dueAt },
})
