import type { FlattenedField, PayloadRequest } from 'payload'
import { innerFields, readableFields } from './fields.ts'
import { accepts, type Mistake, mistake } from './mistake.ts'

/** Checks `select[field]=true`, also inside groups and arrays: every name must be a readable field. */
export async function checkSelect(
  select: unknown,
  req: PayloadRequest,
  fields: FlattenedField[],
  parameter = 'select',
): Promise<Mistake[]> {
  if (!select || typeof select !== 'object' || Array.isArray(select)) {
    return [mistake(parameter, `accepted: ${parameter}[field]=true`)]
  }
  const readable = await readableFields(fields, req)
  const mistakes: Mistake[] = []
  for (const [name, value] of Object.entries(select)) {
    const here = `${parameter}[${name}]`
    const field = readable.get(name)
    const inner = field && innerFields(field)
    if (!field && name !== 'id') {
      mistakes.push(mistake(here, `no such field; ${accepts(['id', ...readable.keys()])}`))
    } else if (inner && typeof value === 'object') {
      // Payload's own id of an array's row.
      const { id: _, ...rest } = value as Record<string, unknown>
      mistakes.push(...(await checkSelect(rest, req, inner, here)))
    } else if (!['true', 'false', true, false].includes(value as string)) {
      mistakes.push(mistake(here, 'accepted: true, false'))
    }
  }
  return mistakes
}
