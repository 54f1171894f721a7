import type { IncomingMessage } from 'node:http'
import type { PartnerClient } from './key-ring.ts'

/**
 * Whether a partner's request is answered with what the public reads. With the scope for drafts it is as
 * long as it cannot be asking for drafts; of GraphQL that would be known only after reading the query.
 */
export function readsAsPublic(
  { readsDrafts }: PartnerClient,
  { url = '' }: IncomingMessage,
  graphqlPath: string,
): boolean {
  if (!readsDrafts) return true
  const [path = '', query = ''] = url.split('?', 2)
  return path !== graphqlPath && !saysDraft(query)
}

function saysDraft(query: string): boolean {
  try {
    return decodeURIComponent(query).toLowerCase().includes('draft')
  } catch {
    return true
  }
}
