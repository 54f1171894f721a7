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

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)

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

type Found = { field: FlattenedField | 'id'; isInList: boolean }

/** The field at the end of a path that stays in the document. */
function follow(
  [name, ...rest]: string[],
  fields: FlattenedField[],
  isInList = false,
): Found | undefined {
  if (name === 'id' && rest.length === 0) return { field: 'id', isInList }
  const field = fields.find((one) => one.name === name)
  if (!field) return undefined
  const isList =
    isInList || field.type === 'array' || ('hasMany' in field && field.hasMany === true)
  if (rest.length === 0) return { field, isInList: isList }
  return 'flattenedFields' in field ? follow(rest, field.flattenedFields, isList) : undefined
}

/** The date or the number at the end of a path through related documents. */
function comparedThrough(
  [name, ...rest]: string[],
  fields: FlattenedField[],
  config: SanitizedConfig,
): FlattenedField | undefined {
  const field = fields.find((one) => one.name === name)
  if (!field) return undefined
  if (rest.length === 0) return ['date', 'number'].includes(field.type) ? field : undefined
  const to = relations(field)
  const related = config.collections.find(({ slug }) => slug === to)?.flattenedFields
  const inner = related ?? ('flattenedFields' in field ? field.flattenedFields : [])
  return comparedThrough(rest, inner, config)
}

const evenThrough = (field: FlattenedField, path: string, value: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(value).map(([operator, operand]) => {
      if (operator === 'exists') return [operator, operand]
      const condition = { field, isInList: false, operator, path }
      return evenCompared({ ...condition, operand: evenOperand({ ...condition, operand }) })
    }),
  )

type Condition = Found & { operand: unknown; operator: string; path: string }

const nothing: Where = { id: { in: [] } }

function evenCondition(condition: Condition): Where[] {
  const { field, isInList, operator, path } = condition
  refuseOperator(operator, path)
  if (isInList && operator.startsWith('not_')) {
    throw refused(condition, 'a list can be asked for what is in it, not for what is not')
  }
  if (operator === 'exists') return evenExists(condition)

  const operand = evenOperand(condition)
  if (field === 'id' || isRelation(field)) return evenIds({ ...condition, operand })
  if (field.type === 'date' || field.type === 'number') {
    const [asked, value] = evenCompared({ ...condition, operand })
    return [{ [path]: { [asked]: value } }]
  }
  return [{ [path]: { [operator]: operand } } as Where]
}

/** The operator and the value, of a date or a number. */
function evenCompared(condition: Condition): [operator: string, value: unknown] {
  const { field, operator } = condition
  if (field !== 'id' && field.type === 'date') return [operator, evenDates(condition)]
  const isLike = operator === 'like' || operator === 'contains'
  return [isLike ? 'equals' : operator, evenNumbers(condition)]
}

const isRelation = (field: FlattenedField): boolean =>
  (field.type === 'relationship' || field.type === 'upload') && !Array.isArray(field.relationTo)

/** A list where one is wanted, and one value everywhere else. */
function evenOperand(condition: Condition): unknown {
  const { field, operand, operator } = condition
  if (operator === 'in' || operator === 'not_in') {
    const list = typeof operand === 'string' ? operand.split(',') : operand
    if (!Array.isArray(list)) throw refused(condition, 'accepted: a list of values')
    return list
  }
  const mayBeList =
    field !== 'id' &&
    (('hasMany' in field && field.hasMany) || ['json', 'point', 'richText'].includes(field.type))
  if (
    operand !== null &&
    typeof operand === 'object' &&
    !mayBeList &&
    !Array.isArray(relations(field))
  ) {
    if (!(operand instanceof Date)) throw refused(condition, 'accepted: one value')
  }
  return operand
}

const relations = (field: FlattenedField | 'id') =>
  field !== 'id' && 'relationTo' in field ? field.relationTo : undefined

/** An empty text is no text; MongoDB's adapter sees it so. */
function evenExists({ field, operand, path }: Condition): Where[] {
  const exists = operand === true || operand === 'true'
  if (field === 'id') return exists ? [] : [nothing]
  const isText = ['text', 'textarea', 'email', 'code'].includes(field.type)
  if (!isText || ('hasMany' in field && field.hasMany)) return [{ [path]: { exists } }]
  return exists
    ? [{ [path]: { exists } }, { [path]: { not_equals: '' } }]
    : [{ or: [{ [path]: { exists } }, { [path]: { equals: '' } }] }]
}

/** No document has an id that is none; and ids are written in lower case. */
function evenIds(condition: Condition): Where[] {
  const { field, operand, operator, path } = condition
  const isEmpty = operand === null || operand === 'null' || operand === ''
  if (isEmpty && field !== 'id') return [{ [path]: { [operator]: null } } as Where]
  if (Array.isArray(operand)) {
    const ids = operand.filter(isId).map((id) => id.toLowerCase())
    if (operator === 'not_in' && ids.length === 0) return []
    return [{ [path]: { [operator]: ids } } as Where]
  }
  if (isId(operand)) {
    const isLike = operator === 'like' || (operator === 'contains' && !condition.isInList)
    return [{ [path]: { [isLike ? 'equals' : operator]: operand.toLowerCase() } } as Where]
  }
  if (operator === 'not_equals' || operator === 'not_like') return []
  if (['equals', 'like', 'contains'].includes(operator)) return [nothing]
  throw refused(condition, 'accepted: an id')
}

function evenDates(condition: Condition): unknown {
  if (/like|contains/.test(condition.operator)) throw refused(condition, 'that is for texts')
  return each(condition, (value) => {
    const date = new Date(value as string)
    if (Number.isNaN(date.getTime())) throw refused(condition, 'accepted: a date, 2026-01-31')
    return date
  })
}

function evenNumbers(condition: Condition): unknown {
  return each(condition, (value) => {
    const number = Number(value)
    if (!Number.isFinite(number)) throw refused(condition, 'accepted: a number')
    return number
  })
}

/** Each value but those that stand for none. */
function each({ operand }: Condition, convert: (value: unknown) => unknown): unknown {
  const one = (value: unknown) =>
    value === null || value === 'null' || value === '' ? null : convert(value)
  return Array.isArray(operand) ? operand.map(one) : one(operand)
}

/** What is refused of any field, those of related documents included. */
function refuseOperator(operator: string, path: string): void {
  const asked = { operator, path }
  if (operator === 'all') throw refused(asked, 'ask with "and" for each of the values')
  if (['near', 'within', 'intersects'].includes(operator)) {
    throw refused(asked, 'that is for places')
  }
}

const refused = ({ operator, path }: Pick<Condition, 'operator' | 'path'>, reason: string) =>
  new APIError(`where[${path}][${operator}]: ${reason}.`, 400, null, true)
