import { configToSchema } from '@payloadcms/graphql'
import type { GraphQLSchema } from 'graphql'
import type { SanitizedConfig } from 'payload'
import { separateContexts } from './context.ts'
import { describeFields } from './describe.ts'
import { omitHidden } from './hidden.ts'
import { mendPermissions } from './permissions.ts'
import { repeatMutations } from './repeated-mutations.ts'

/**
 * The schema that is served: Payload's, mended.
 *
 * @param isStrict whether hidden fields are kept out of it
 * @returns it and Payload's rules for queries
 */
export function servedSchema(
  config: SanitizedConfig,
  isStrict: boolean,
): { schema: GraphQLSchema; validationRules: unknown } {
  const { schema: whole, validationRules } = configToSchema(config)
  const schema = isStrict ? omitHidden(whole, config) : whole
  repeatMutations(schema)
  separateContexts(schema)
  mendPermissions(schema)
  describeFields(schema, config)
  return { schema, validationRules }
}
