import {
  addDataAndFileToRequest,
  type CollectionSlug,
  type Endpoint,
  Forbidden,
  type PayloadRequest,
  parseParams,
  ValidationError,
} from 'payload'
import { isAdmin } from '../../../collections/access/roles.ts'
import { webhooksSlug } from '../stored.ts'
import { answer, neededParts } from './admins-only.ts'

/** Milliseconds that a name's look-up may take before the webhook is saved without it. */
const patience = 2000

/*
 * Saving looks up where the address leads. Payload's own endpoints begin a transaction first, and SQLite
 * has one writer: nobody could write while a name server takes its time.
 */

/** `POST /api/webhooks` */
export const create: Omit<Endpoint, 'root'> = {
  method: 'post',
  path: '/',
  handler: async (req) => {
    await lookAtAddress(req)
    const doc = await req.payload.create({
      ...asUser(req),
      collection: webhooksSlug,
      data: req.data as never,
    })
    return answer(req, { doc, message: req.t('general:successfullyCreated', label) }, 201)
  },
}

/** `PATCH /api/webhooks/{id}` */
export const update: Omit<Endpoint, 'root'> = {
  method: 'patch',
  path: '/:id',
  handler: async (req) => {
    await lookAtAddress(req)
    const doc = await req.payload.update({
      ...asUser(req),
      collection: webhooksSlug as CollectionSlug,
      id: String(req.routeParams?.id),
      data: req.data as never,
    })
    return answer(req, { doc, message: req.t('general:updatedSuccessfully') })
  },
}

const label = { label: 'Webhook' }

/** As Payload's own endpoints ask. */
function asUser(req: PayloadRequest) {
  const { depth, overrideLock = false, populate, select } = parseParams(req.query)
  return { depth, overrideAccess: false, overrideLock, populate, req, select, user: req.user }
}

async function lookAtAddress(req: PayloadRequest): Promise<void> {
  // Nobody else may have us ask name servers.
  if (!isAdmin(req.user)) throw new Forbidden(req.t)
  await addDataAndFileToRequest(req)
  const url = (req.data as { url?: unknown } | undefined)?.url
  if (typeof url !== 'string' || url === '') return
  const message = await neededParts(req).outbound.lookForMistake(url, patience)
  if (message) throw wrongAddress(message, req)
}

export const wrongAddress = (message: string, req: PayloadRequest): ValidationError =>
  new ValidationError({ collection: webhooksSlug, errors: [{ message, path: 'url' }], req }, req.t)
