import type { SanitizedConfig } from 'payload'
import { changesSlug } from '../cms/changes/changes-collection.ts'
import { embedPaths } from '../embed/openapi.ts'
import { feedPaths } from '../feeds/openapi.ts'
import { mirrorPaths } from '../mirror/openapi.ts'
import { graphqlPaths } from '../openapi/graphql.ts'
import type { DocumentedPaths } from '../openapi/operation.ts'
import { partnerPaths } from '../partners/openapi.ts'
import { hasPartnerKeys } from '../partners/strategy.ts'
import { permalinkPaths } from '../permalinks/openapi.ts'
import { syncPaths } from '../sync/openapi.ts'
import { webhookPaths } from '../webhooks/openapi.ts'
import { partsKey as webhooksKey } from '../webhooks/parts.ts'

/**
 * What the sources that are none of Payload's have in the OpenAPI document; see openapi/operation.ts.
 *
 * @param isOurs whether the content is Handbill's own, for which there are pages and feeds
 */
export function documentedPaths(config: SanitizedConfig, isOurs: boolean): DocumentedPaths[] {
  // There is nothing to sync where no change log is kept.
  const hasLog = config.collections.some(({ slug }) => slug === changesSlug)
  return [
    ...(isOurs ? [permalinkPaths, feedPaths, embedPaths, mirrorPaths] : []),
    graphqlPaths,
    ...(hasLog ? [syncPaths] : []),
    ...(hasPartnerKeys(config) ? [partnerPaths] : []),
    ...(config.custom?.[webhooksKey] ? [webhookPaths] : []),
  ]
}
