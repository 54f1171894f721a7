import type {
  CollectionSlug,
  FlattenedField,
  PayloadRequest,
  RelationshipField,
  UploadField,
} from 'payload'
import { validOperatorSet } from 'payload/shared'
import { requestLimits } from '../../limits.ts'
import { holdsMany, innerFields, storedFields } from './fields.ts'
import { accepts, type Mistake, mistake } from './mistake.ts'
import { checkOperand } from './operand.ts'

/**
 * Checks a reader's filter: every path must lead to a readable field, every operator be one, and what is
 * compared with be of the field's kind. A path may follow a relation (`campaign.slug`); Payload then
 * asks for the other collection's read access too.
 */
export async function checkWhere(
  where: unknown,
  req: PayloadRequest,
  fields: FlattenedField[],
  counted: Counted = { conditions: 0, depth: 0 },
): Promise<Mistake[]> {
  const { filterConditions, filterNesting } = requestLimits
  if (counted.depth > filterNesting) {
    return [mistake('where', `accepted: "and" and "or" nested ${filterNesting} deep`)]
  }
  if (!where || typeof where !== 'object' || Array.isArray(where)) {
    return [mistake('where', 'accepted: where[field][operator]=value')]
  }
  const mistakes: Mistake[] = []
  for (const [key, value] of Object.entries(where)) {
    if (key === 'and' || key === 'or' || key === 'AND' || key === 'OR') {
      for (const inner of Array.isArray(value) ? value : Object.values(value ?? {})) {
        counted.depth += 1
        mistakes.push(...(await checkWhere(inner, req, fields, counted)))
        counted.depth -= 1
      }
    } else {
      counted.conditions += 1
      if (counted.conditions > filterConditions) {
        return [mistake('where', `accepted: ${filterConditions} conditions`)]
      }
      mistakes.push(...(await checkCondition(key, value, req, fields)))
    }
  }
  return mistakes
}

/** How many conditions there were, and how deep the present one is. */
type Counted = { conditions: number; depth: number }

async function checkCondition(
  path: string,
  condition: unknown,
  req: PayloadRequest,
  fields: FlattenedField[],
): Promise<Mistake[]> {
  const parameter = `where[${path}]`
  const end = await followPath(path.replaceAll('__', '.').split('.'), fields, req)
  if ('problem' in end) return [mistake(parameter, end.problem)]
  if (!condition || typeof condition !== 'object' || Array.isArray(condition)) {
    return [mistake(parameter, accepts(validOperatorSet))]
  }
  const operators = operatorsOf(end)
  return Object.entries(condition).flatMap(([operator, operand]) =>
    operators.has(operator)
      ? checkOperand(`${parameter}[${operator}]`, operator, operand, end.field)
      : [mistake(parameter, `"${operator}" is not an operator here; ${accepts(operators)}`)],
  )
}

/** The field that a path ends in (none for an id), or why the path may not be used. */
type End = { field?: FlattenedField; inList?: boolean } | { problem: string }

/** Of a related document can only be asked which one it is; the order of ids would tell of others. */
function operatorsOf({ field, inList }: Exclude<End, { problem: string }>): ReadonlySet<string> {
  if (field?.type !== 'relationship' && field?.type !== 'upload') return validOperatorSet
  return inList || field.hasMany ? ofListedRelations : ofRelations
}

const ofListedRelations = new Set(['equals', 'in', 'contains'])
const ofRelations = new Set(['equals', 'not_equals', 'in', 'not_in', 'exists'])

async function followPath(
  segments: string[],
  fields: FlattenedField[],
  req: PayloadRequest,
  inList = false,
): Promise<End> {
  const [name = '', ...rest] = segments
  if (name === 'id' && rest.length === 0) return {}
  const readable = await storedFields(fields, req)
  const field = readable.get(name)
  if (!field) return { problem: `no such field; ${accepts(['id', ...readable.keys()])}` }

  const inner = innerFields(field)
  if (rest.length === 0) return inner ? { problem: nameInner(name, inner) } : { field, inList }
  if (inner) return followPath(rest, inner, req, inList || holdsMany(field))
  if (field.type === 'relationship' || field.type === 'upload') {
    return followRelation(field, rest, req, inList)
  }
  return isLocalized(field) && isLocaleCode(rest.join('.'), req)
    ? { field }
    : { problem: `nothing to filter by inside ${name}` }
}

function followRelation(
  field: RelationshipField | UploadField,
  rest: string[],
  req: PayloadRequest,
  inList: boolean,
): End | Promise<End> {
  const end = rest.join('.')
  if (Array.isArray(field.relationTo)) {
    return end === 'value' ? { field, inList } : { problem: `accepted: ${field.name}.value` }
  }
  if (end === 'id') return { field, inList }
  // In a list, one document could meet the filter and another one the access rule.
  if (inList || field.hasMany) return { problem: `filter ${field.name} by id` }
  const related = req.payload.collections[field.relationTo as CollectionSlug]?.config
  if (!related || related.auth) return { problem: 'its documents are not public' }
  return followPath(rest, related.flattenedFields, req)
}

const nameInner = (name: string, inner: FlattenedField[]): string =>
  `name a field inside it; ${accepts(inner.map((field) => `${name}.${field.name}`))}`

const isLocalized = (field: FlattenedField) => 'localized' in field && field.localized === true

function isLocaleCode(code: string, req: PayloadRequest): boolean {
  const { localization } = req.payload.config
  return localization ? localization.localeCodes.includes(code) : false
}
