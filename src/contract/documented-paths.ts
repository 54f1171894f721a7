import type { SanitizedConfig } from 'payload'
import { changesSlug } from '../cms/changes/changes-collection.ts'
import { graphqlPaths } from '../openapi/graphql.ts'
import type { DocumentedPaths } from '../openapi/operation.ts'
import { syncPaths } from '../sync/openapi.ts'

/** What the sources that are none of Payload's have in the OpenAPI document; see openapi/operation.ts. */
export function documentedPaths({ collections }: SanitizedConfig): DocumentedPaths[] {
  // There is nothing to sync where no change log is kept.
  const hasLog = collections.some(({ slug }) => slug === changesSlug)
  return hasLog ? [graphqlPaths, syncPaths] : [graphqlPaths]
}
