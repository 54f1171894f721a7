import { type GraphQLSchema, isObjectType } from 'graphql'

/**
 * Mends what Payload answers about permissions: it leaves out those that are not given and shortens
 * `{ permission: true }` to `true`, but promises its own schema a value in their place.
 */
export function mendPermissions(schema: GraphQLSchema): void {
  const access = schema.getType('Access')
  if (isObjectType(access)) {
    const field = access.getFields().canAccessAdmin
    if (field) field.resolve = (source) => source.canAccessAdmin ?? false
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    const { permission } = type.getFields()
    if (!permission || permission.resolve) continue
    permission.resolve = (source) => source === true || source?.permission === true
  }
}
