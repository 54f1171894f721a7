import { graphqlPaths } from '../openapi/graphql.ts'
import type { DocumentedPaths } from '../openapi/operation.ts'
import { syncPaths } from '../sync/openapi.ts'

/** What the sources that are none of Payload's have in the OpenAPI document; see openapi/operation.ts. */
export const documentedPaths: DocumentedPaths[] = [graphqlPaths, syncPaths]
