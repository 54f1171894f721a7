import {
  BreakingChangeType,
  buildSchema,
  findBreakingChanges,
  type GraphQLSchema,
  isObjectType,
} from 'graphql'
import { sunsetIn } from '../deprecation/deprecation.ts'
import type { Break } from './break.ts'

/**
 * What in the present GraphQL schema breaks a client that was written by the released one.
 *
 * @param today a day, such as 2026-12-01: what the released schema says is gone by then may be
 */
export function breaksInGraphql(released: string, present: string, today: string): Break[] {
  const [before, after] = [buildSchema(released), buildSchema(present)]
  return findBreakingChanges(before, after)
    .filter(({ description, type }) => !isOver(before, type, description, today))
    .map(({ description }) => ({ at: 'GraphQL', problem: description }))
}

/** A field whose time is over may be gone, and so may change. */
function isOver(
  schema: GraphQLSchema,
  kind: BreakingChangeType,
  description: string,
  today: string,
): boolean {
  if (kind !== BreakingChangeType.FIELD_REMOVED && kind !== BreakingChangeType.FIELD_CHANGED_KIND) {
    return false
  }
  const [, typeName = '', fieldName = ''] = /(\w+)\.(\w+)/.exec(description) ?? []
  const type = schema.getType(typeName)
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined
  const sunset = sunsetIn(field?.deprecationReason)
  return sunset !== undefined && sunset <= today
}
