import { isId } from '../is-id.ts'

/**
 * What tells a read from others, and the ids that it asks for. Reads that differ only in their ids have
 * one key: an id is lifted out under the operators that compare it as a whole.
 */
export function readKey({ req: _, ...args }: Record<string, unknown>): {
  key: string
  ids: string[]
} {
  const ids: string[] = []
  return { key: keyOf(args, false, ids), ids }
}

/** A mark that no JSON has. */
const mark = '\0'
let others = 0

/** JSON, made here in one go: this is done for every read, and asking for it in two steps takes twice as long. */
function keyOf(value: unknown, isWhole: boolean, ids: string[]): string {
  if (typeof value === 'string') {
    return isWhole && isId(value) ? `${mark}id ${ids.push(value)}` : JSON.stringify(value)
  }
  if (value === null || typeof value !== 'object') return keyOfPlain(value)
  let key = ''
  if (Array.isArray(value)) {
    for (const one of value) key += `${keyOf(one, isWhole, ids)},`
    return `[${key}]`
  }
  // A date by its time; anything else is like nothing that comes later.
  if (value instanceof Date) return `${mark}date ${value.getTime()}`
  if (Object.getPrototypeOf(value)?.constructor !== Object) return `${mark}${others++}`
  for (const name in value) {
    const one = (value as Record<string, unknown>)[name]
    if (one === undefined) continue
    key += `${JSON.stringify(name)}:${keyOf(one, comparesWhole.has(name), ids)},`
  }
  return `{${key}}`
}

function keyOfPlain(value: unknown): string {
  const isKnown = value === undefined || value === null || typeof value === 'boolean'
  return isKnown || Number.isFinite(value) ? String(value) : `${mark}${others++}`
}

const comparesWhole = new Set(['equals', 'not_equals', 'in', 'not_in'])
