import { APIError, type FlattenedField, type Where } from 'payload'
import { type Found, isNoText, relations } from './filter-paths.ts'

/** What is asked of a date, a number or a checkbox of related documents. */
export const evenThrough = (field: FlattenedField, path: string, value: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(value).map(([operator, operand]) => {
      if (operator === 'exists') return [operator, operand]
      const condition = { field, isInList: false, operator, path }
      return evenCompared({ ...condition, operand: evenOperand({ ...condition, operand }) })
    }),
  )

type Condition = Found & { operand: unknown; operator: string; path: string }

const nothing: Where = { id: { in: [] } }

/** What is asked of a field, as both databases understand it alike. */
export function evenCondition(condition: Condition): Where[] {
  const { field, isInList, operator, path } = condition
  refuseOperator(operator, path)
  if (isInList && operator.startsWith('not_')) {
    throw refused(condition, 'a list can be asked for what is in it, not for what is not')
  }
  if (operator === 'exists') return evenExists(condition)

  const operand = evenOperand(condition)
  if (field === 'id' || isRelation(field)) return evenIds({ ...condition, operand })
  if (isNoText(field)) {
    const [asked, value] = evenCompared({ ...condition, operand })
    return [{ [path]: { [asked]: value } }]
  }
  return [{ [path]: { [operator]: operand } } as Where]
}

/** The operator and the value, of a field that is not compared as text. */
function evenCompared(condition: Condition): [operator: string, value: unknown] {
  const { field, operator } = condition
  if (field !== 'id' && field.type === 'checkbox') return [operator, evenBooleans(condition)]
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

function evenBooleans(condition: Condition): unknown {
  const wrong = () =>
    refused(condition, 'accepted: equals, not_equals, in, not_in or exists, with true or false')
  if (!['equals', 'not_equals', 'in', 'not_in'].includes(condition.operator)) throw wrong()
  return each(condition, (value) => {
    const text = String(value).toLowerCase()
    if (text !== 'true' && text !== 'false') throw wrong()
    return text === 'true'
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
export function refuseOperator(operator: string, path: string): void {
  const asked = { operator, path }
  if (operator === 'all') throw refused(asked, 'ask with "and" for each of the values')
  if (['near', 'within', 'intersects'].includes(operator)) {
    throw refused(asked, 'that is for places')
  }
}

const refused = ({ operator, path }: Pick<Condition, 'operator' | 'path'>, reason: string) =>
  new APIError(`where[${path}][${operator}]: ${reason}.`, 400, null, true)

/** Whether it can be an id of a document, in either case. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)
