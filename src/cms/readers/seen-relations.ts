import type {
  CollectionBeforeOperationHook,
  CollectionSlug,
  FlattenedField,
  PayloadRequest,
  Where,
} from 'payload'
import { isReader } from './is-reader.ts'

/**
 * Has a reader's filter see of a relation what the reader sees: a document that may not be read is none.
 * Otherwise a filter would tell of drafts, and the answer change when one is deleted, of which the
 * change log says nothing.
 */
export const seeRelations: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  const { draft, where } = args as { draft?: boolean; where?: Where }
  if (operation !== 'read' && operation !== 'count') return args
  if (!where || overrideAccess || !isReader(req)) return args
  const seen = await seenIn(where, collection.flattenedFields, { draft: draft === true, req })
  return { ...args, where: seen }
}

type Asking = { req: PayloadRequest; draft: boolean }

async function seenIn(where: Where, fields: FlattenedField[], asking: Asking): Promise<Where> {
  const parts: Where[] = []
  for (const [key, value] of Object.entries(where)) {
    const targets = targetsOf(key.replaceAll('__', '.').split('.'), fields)
    if (/^(and|or)$/i.test(key) && Array.isArray(value)) {
      const inner = await Promise.all(value.map((one) => seenIn(one, fields, asking)))
      parts.push({ [key]: inner })
    } else if (!targets || !(await hides(targets, asking))) {
      parts.push({ [key]: value })
    } else {
      for (const [operator, operand] of Object.entries(value as Record<string, unknown>)) {
        parts.push(...(await seenCondition({ path: key, operator, operand, targets }, asking)))
      }
    }
  }
  return parts.length === 1 ? (parts[0] as Where) : { and: parts }
}

/** The collections whose documents the field at the end of a path holds; none for other fields. */
function targetsOf([name, ...rest]: string[], fields: FlattenedField[]): string[] | undefined {
  const field = fields.find((one) => one.name === name)
  if (!field) return undefined
  if (field.type === 'relationship' || field.type === 'upload') {
    return rest.length === 0 || ownParts.has(rest.join('.')) ? [field.relationTo].flat() : undefined
  }
  if (field.type === 'blocks') {
    const inner = field.blocks.flatMap((block) =>
      'flattenedFields' in block ? block.flattenedFields : [],
    )
    return targetsOf(rest, inner)
  }
  return 'flattenedFields' in field ? targetsOf(rest, field.flattenedFields) : undefined
}

const ownParts = new Set(['id', 'value'])

/** Whether there may be documents that the reader may not read. */
async function hides(targets: string[], { req }: Asking): Promise<boolean> {
  for (const target of targets) {
    const { access } = req.payload.collections[target as CollectionSlug].config
    if ((await access.read({ req })) !== true) return true
  }
  return false
}

type Condition = { path: string; operator: string; operand: unknown; targets: string[] }

const nothing: Where = { id: { in: [] } }

async function seenCondition(condition: Condition, asking: Asking): Promise<Where[]> {
  const { operand, operator, path, targets } = condition
  const isNegative = operator.startsWith('not_')
  const isAboutAny = operator === 'exists' || operand === null
  if (isAboutAny) {
    const isWanted = operator === 'exists' ? String(operand) === 'true' : isNegative
    const ids = await readable(targets, undefined, asking)
    if (isWanted) return [ids.length > 0 ? { [path]: { in: ids } } : nothing]
    return ids.length > 0 ? [{ [path]: { not_in: ids } }] : []
  }
  const ids = await readable(targets, [operand].flat(), asking)
  if (ids.length === 0) return isNegative ? [] : [nothing]
  return [{ [path]: { [operator]: Array.isArray(operand) ? ids : ids[0] } } as Where]
}

/** Those of the ids, or of all there are, that the reader may read. */
async function readable(
  targets: string[],
  ids: unknown[] | undefined,
  { draft, req }: Asking,
): Promise<string[]> {
  const found = targets.map(async (target) => {
    const { docs } = await req.payload.find({
      collection: target as CollectionSlug,
      depth: 0,
      draft,
      overrideAccess: false,
      pagination: false,
      req,
      select: {},
      ...(ids ? { where: { id: { in: ids } } } : {}),
    })
    return docs.map(({ id }) => String(id))
  })
  return (await Promise.all(found)).flat()
}
