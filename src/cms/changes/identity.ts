import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'

const identityKey = 'handbill.changes.identity'

/**
 * What tells the log of this database from every other: made when it is first asked for, and kept in the
 * database. It is read each time, for of two servers that make one at once the later one's stays.
 */
export async function identity({ kv }: Payload): Promise<string> {
  const known = await kv.get<string>(identityKey)
  if (known) return known
  await kv.set(identityKey, randomUUID()).catch(() => {})
  return (await kv.get<string>(identityKey)) ?? ''
}
