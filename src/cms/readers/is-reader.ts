import type { PayloadRequest } from 'payload'

/**
 * Whether the request is a reader's or a partner's, and not that of somebody who works in the admin UI:
 * the admin relies on Payload's leniency, everyone else is told what is wrong.
 */
export const isReader = (req: PayloadRequest): boolean =>
  req.user?.collection !== req.payload.config.admin.user
