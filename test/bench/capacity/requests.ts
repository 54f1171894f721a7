import type { Campaigns } from '../growth/template.ts'
import type { Ask } from '../load/ask.ts'

/** What may take longer the more there is. */
export const requests = (
  { large, fifty }: Campaigns,
  authorization: string,
): Record<string, Ask> => ({
  'one claim': { path: '/api/claims/slug/claim-0?depth=1' },
  'list, first page': { path: '/api/claims?limit=10&depth=1' },
  'list, tenth page': { path: '/api/claims?limit=10&depth=1&page=10' },
  'list, campaign of fifty': { path: pageOf(fifty) },
  'list, campaign of half of all': { path: pageOf(large) },
  'feed of claims': { path: '/feeds/claims.atom' },
  'feed of a campaign of half of all': { path: '/feeds/the-benchmark.atom' },
  'feed of a campaign of fifty': { path: '/feeds/the-benchmark-copy-0.atom' },
  'newest changes': { path: '/api/changes' },
  'search of editors': as(authorization, '/api/search?q=claim%208'),
  'what needs attention': as(authorization, '/api/attention'),
})

const pageOf = (campaign: string) =>
  `/api/claims?limit=10&depth=1&where[campaign][equals]=${campaign}`

const as = (authorization: string, path: string): Ask => ({
  path,
  headers: { Authorization: authorization },
})
