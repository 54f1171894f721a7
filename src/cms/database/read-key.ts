/**
 * What tells a read from others, and the ids that it asks for. Reads that differ only in their ids have
 * one key: an id is lifted out under the operators that compare it as a whole.
 */
export function readKey({ req: _, ...args }: Record<string, unknown>): {
  key: string
  ids: string[]
} {
  const ids: string[] = []
  return { key: JSON.stringify(lifted(args, false, ids)), ids }
}

/** A mark that no text has, since one that begins like it is given another in front. */
const mark = '\0'
let others = 0

function lifted(value: unknown, isWhole: boolean, ids: string[]): unknown {
  if (typeof value === 'string') {
    if (isWhole && /^[0-9a-f]{24}$/.test(value)) return `${mark}id ${ids.push(value)}`
    return value.startsWith(mark) ? mark + value : value
  }
  if (value === null || value === undefined || typeof value === 'boolean') return value
  if (Number.isFinite(value)) return value
  if (Array.isArray(value)) return value.map((one) => lifted(one, isWhole, ids))
  if (Object.getPrototypeOf(value)?.constructor === Object) {
    const inner = Object.entries(value).map(([name, one]) => {
      return [name, lifted(one, /^(not_)?(equals|in)$/.test(name), ids)]
    })
    return Object.fromEntries(inner)
  }
  // A date by its time; anything else is like nothing that comes later.
  return value instanceof Date ? `${mark}date ${value.getTime()}` : `${mark}${others++}`
}
