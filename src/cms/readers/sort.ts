import type { FlattenedField, PayloadRequest } from 'payload'
import { holdsMany, innerFields, storedFields } from './fields.ts'
import { accepts, type Mistake, mistake } from './mistake.ts'

/**
 * Checks what a reader wants sorted by: a readable field of the document itself. An order that follows
 * a relation would tell about documents that the reader may not read.
 */
export async function checkSort(
  sort: unknown,
  req: PayloadRequest,
  fields: FlattenedField[],
): Promise<Mistake[]> {
  const names = (Array.isArray(sort) ? sort : [sort]).flatMap((s) => String(s).split(','))
  const sortable = new Set(['id', ...(await sortablePaths(fields, req))])
  return names
    .map((name) => name.trim())
    .filter((name) => !sortable.has(name.replace(/^-/, '').replaceAll('__', '.')))
    .map((name) =>
      mistake('sort', `cannot sort by "${name}"; ${accepts(sortable)} (- for descending)`),
    )
}

/** The paths by which this request may sort. */
export async function sortablePaths(
  fields: FlattenedField[],
  req: PayloadRequest,
): Promise<string[]> {
  const paths: string[] = []
  for (const [name, field] of await storedFields(fields, req)) {
    if (holdsMany(field) || unordered.has(field.type)) continue
    const inner = innerFields(field)
    if (!inner) paths.push(name)
    else paths.push(...(await sortablePaths(inner, req)).map((path) => `${name}.${path}`))
  }
  return paths
}

const unordered = new Set(['richText', 'json', 'point', 'join', 'relationship', 'upload'])
