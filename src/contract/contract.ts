import type { SanitizedConfig } from 'payload'
import type { ExtendGraphql } from '../cms/graphql/server.ts'
import type { Deprecation } from '../deprecation/deprecation.ts'
import { markInGraphql } from '../deprecation/mark-graphql.ts'
import { markInOpenApi } from '../deprecation/mark-openapi.ts'
import { type TellOptions, tellDeprecations } from '../deprecation/tell.ts'
import { tellInGraphql } from '../deprecation/tell-graphql.ts'
import type { Source } from '../http/source.ts'
import { createDocument, type OpenApiDocument } from '../openapi/document.ts'
import { addExamples, type Examples } from '../openapi/examples.ts'
import { documentedPaths } from './documented-paths.ts'

export type ContractOptions = {
  config: SanitizedConfig
  deprecations: Deprecation[]
  /** Answers to show beside the operations that give them. */
  examples?: Examples
  /** Whether the content is Handbill's own. */
  isOurs: boolean
}

/** What partners can rely on, and what tells them of what they will not be able to for much longer. */
export type Contract = {
  /** The OpenAPI document, which is made once. */
  openapi(): Promise<OpenApiDocument>
  /** Deprecations of which there is nothing in the document. */
  unmarked(): Promise<Deprecation[]>
  /** Has REST say what is deprecated in the headers of its answers. */
  tell(source: Source): Source
  /** The same for GraphQL, and `@deprecated` in its schema. */
  extendGraphql: ExtendGraphql
}

/** Where partners read what changed. */
const changelogPath = '/docs/changelog'

/** Builds the contract of a config. */
export function createContract({
  config,
  deprecations,
  examples,
  isOurs,
}: ContractOptions): Contract {
  let made: Promise<{ openapi: OpenApiDocument; unmarked: Deprecation[] }> | undefined
  const make = async () => {
    const openapi = await createDocument(config, documentedPaths(config, isOurs))
    const unmarked = markInOpenApi(openapi, deprecations, config)
    if (examples) addExamples(openapi, examples)
    return { openapi, unmarked }
  }
  const once = () => {
    made ??= make()
    return made
  }
  const options: TellOptions = {
    config,
    deprecations,
    changelog: changelogPath,
    paths: async () => Object.keys((await once()).openapi.paths),
  }
  return {
    openapi: async () => (await once()).openapi,
    unmarked: async () => (await once()).unmarked,
    tell: (source) => tellDeprecations(source, options),
    extendGraphql: (schema) => [
      tellInGraphql(markInGraphql(schema, deprecations, config), changelogPath),
    ],
  }
}
