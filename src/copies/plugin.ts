import { type Endpoint, Forbidden, headersWithCors, NotFound, type Plugin } from 'payload'
import { canWrite } from '../../collections/access/roles.ts'
import { inRequestTransaction } from '../cms/request-transaction.ts'
import { copyCampaign } from './copy-campaign.ts'

/**
 * Adds `POST /api/campaigns/{id}/copy`: a campaign with its claims and demands once more, all or nothing. In the
 * admin it is in the menu of a campaign.
 */
export const copies: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => {
    if (collection.slug !== 'campaigns') return collection
    const { admin, endpoints } = collection
    const edit = admin?.components?.edit
    const editMenuItems = [...(edit?.editMenuItems ?? []), '/admin/copy-campaign.tsx#CopyCampaign']
    return {
      ...collection,
      admin: {
        ...admin,
        components: { ...admin?.components, edit: { ...edit, editMenuItems } },
      },
      endpoints: [...(endpoints || []), copy],
    }
  }),
})

const copy: Omit<Endpoint, 'root'> = {
  method: 'post',
  path: '/:id/copy',
  handler: async (req) => {
    if (!canWrite(req.user)) throw new Forbidden(req.t)
    const made = await inRequestTransaction(req, () =>
      copyCampaign(req, String(req.routeParams?.id)),
    )
    if (!made) throw new NotFound(req.t)
    const headers = headersWithCors({ headers: new Headers(), req })
    const message = `Copied with ${made.claims} claims and ${made.demands} demands.`
    return Response.json({ doc: { id: made.id }, message }, { status: 201, headers })
  },
}
