import { type Endpoint, Forbidden, headersWithCors, type Plugin } from 'payload'
import { isStaff } from '../../collections/access/roles.ts'
import { readAttention } from './attention.ts'
import { readProgress } from './progress.ts'
import { attentionKey, type Reading } from './reading.ts'

/**
 * Begins the admin with what needs attention, above the way to the collections; the same is at
 * `GET /api/attention` for programs of editors.
 */
export const attention: Plugin = (config) => ({
  ...config,
  admin: {
    ...config.admin,
    components: {
      ...config.admin?.components,
      beforeDashboard: [
        ...(config.admin?.components?.beforeDashboard ?? []),
        '/admin/home.tsx#Home',
      ],
    },
  },
  custom: { ...config.custom, [attentionKey]: reading },
  endpoints: [...(config.endpoints ?? []), endpoint],
})

const reading: Reading = { readAttention, readProgress }

const endpoint: Endpoint = {
  method: 'get',
  path: '/attention',
  handler: async (req) => {
    if (!isStaff(req.user)) throw new Forbidden(req.t)
    const headers = headersWithCors({
      headers: new Headers({ 'Cache-Control': 'private, no-store' }),
      req,
    })
    const [found, progress] = await Promise.all([
      readAttention(req.payload, req.user),
      readProgress(req.payload, req.user),
    ])
    return Response.json({ ...found, progress }, { headers })
  },
}
