import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { keepValue, keptValue } from '../kept-values.ts'

const identityKey = 'handbill.changes.identity'

/**
 * What tells the log of this database from every other: made when it is first asked for, and kept in the
 * database. It is read each time, for of two servers that make one at once the later one's stays.
 */
export async function identity(payload: Payload): Promise<string> {
  const known = await keptValue<string>(payload, identityKey)
  if (known) return known
  await keepValue(payload, identityKey, randomUUID()).catch(() => {})
  return (await keptValue<string>(payload, identityKey)) ?? ''
}
