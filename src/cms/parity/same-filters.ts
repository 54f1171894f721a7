import {
  APIError,
  buildVersionCollectionFields,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
  type Where,
} from 'payload'
import { comparedThrough, follow } from './filter-paths.ts'
import { evenCondition, evenThrough, isId, refuseOperator } from './same-conditions.ts'

/**
 * Makes a filter mean the same on every database. Payload hands it on almost as it came, and where a
 * value does not fit its field one database leaves the condition out, another matches nothing, and a
 * third breaks. What no two of them agree on is refused.
 *
 * It takes the sanitised config, because Payload adds fields of its own last.
 */
export function sameFilters(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    collection.hooks.beforeOperation.push(evenOut(fieldsOf(config, collection)))
  }
  return config
}

type Args = { id?: unknown; joins?: unknown; limit?: unknown; page?: unknown; where?: unknown }

/** Its own, and those of its versions, for a hook is not told of which is read. */
const fieldsOf = (config: SanitizedConfig, collection: SanitizedCollectionConfig) => [
  ...collection.flattenedFields,
  ...(collection.versions ? buildVersionCollectionFields(config, collection, true) : []),
]

const evenOut =
  (fields: FlattenedField[]): CollectionBeforeOperationHook =>
  ({ args, req }) => {
    const { id, joins, limit, page, where } = args as Args
    if (where !== undefined && where !== null && !isRecord(where)) {
      throw new APIError('where: accepted: where[field][operator]=value.', 400, null, true)
    }
    // What is no number of pages is left out for editors; readers have been told before.
    const isLenient = req.payloadAPI === 'REST'
    return {
      ...args,
      ...(isId(id) ? { id: id.toLowerCase() } : {}),
      ...(isLenient && !isCount(limit, 0) ? { limit: undefined } : {}),
      ...(isLenient && !isCount(page, 1) ? { page: undefined } : {}),
      ...(isRecord(where) ? { where: evenNode(where, fields, req.payload.config) } : {}),
      ...(isRecord(joins) ? { joins: evenJoins(joins, fields, req) } : {}),
    }
  }

/** What is joined is filtered, too, by the fields of the other collection. */
const evenJoins = (
  joins: Record<string, unknown>,
  fields: FlattenedField[],
  { payload }: PayloadRequest,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(joins).map(([name, join]) => {
      const field = fields.find((one) => one.type === 'join' && one.name === name)
      if (field?.type !== 'join' || typeof field.collection !== 'string') return [name, join]
      if (!isRecord(join)) return [name, join]
      const { flattenedFields } = payload.collections[field.collection].config
      checkJoinSort(name, join.sort, flattenedFields)
      if (!isRecord(join.where)) return [name, join]
      return [name, { ...join, where: evenNode(join.where, flattenedFields, payload.config) }]
    }),
  )

/** Inside a join SQLite orders by the one table of what is joined: not by rows, languages, or another document. */
function checkJoinSort(name: string, sort: unknown, fields: FlattenedField[]): void {
  const names = (Array.isArray(sort) ? sort : [sort ?? '']).flatMap((one) => String(one).split(','))
  for (const one of names) {
    const path = one.trim().replace(/^-/, '')
    const found = path ? follow(path.replaceAll('__', '.').split('.'), fields) : undefined
    const isPlain = found && !found.isInList && (found.field === 'id' || isInOneTable(found.field))
    if (path === '' || isPlain) continue
    const message = `joins[${name}][sort]: cannot sort by "${path}"; accepted: a field of what is joined that is the same in all languages.`
    throw new APIError(message, 400, null, true)
  }
}

const isInOneTable = (field: FlattenedField): boolean =>
  !('localized' in field && field.localized) && !('flattenedFields' in field)

const isCount = (value: unknown, from: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= from && (value as number) < 2 ** 31

const isRecord = (value: unknown): value is Record<string, unknown> =>
  Boolean(value) && typeof value === 'object' && !Array.isArray(value)

function evenNode(
  where: Record<string, unknown>,
  fields: FlattenedField[],
  config: SanitizedConfig,
): Where {
  const parts = Object.entries(where).flatMap(([key, value]): Where[] => {
    if (/^(and|or)$/i.test(key) && Array.isArray(value)) {
      const inner = value.map((one) => (isRecord(one) ? evenNode(one, fields, config) : one))
      return [{ [key]: inner }]
    }
    const found = isRecord(value) ? follow(key.replaceAll('__', '.').split('.'), fields) : undefined
    if (!found) {
      for (const operator of Object.keys(isRecord(value) ? value : {}))
        refuseOperator(operator, key)
      const field = comparedThrough(key.replaceAll('__', '.').split('.'), fields, config)
      return [{ [key]: field && isRecord(value) ? evenThrough(field, key, value) : value } as Where]
    }
    return Object.entries(value as Record<string, unknown>).flatMap(([operator, operand]) =>
      evenCondition({ ...found, operand, operator, path: key }),
    )
  })
  return parts.length === 1 ? (parts[0] as Where) : { and: parts }
}
