export type Parameter = [name: string, value: string]

/** `sort`, `where[title][equals]`, `ids[]`: names that every parser of queries takes apart alike. */
const plainName = /^[\w.-]+(?:\[[\w.-]*\])*$/

/**
 * The parameters of a query, decoded (`application/x-www-form-urlencoded`).
 *
 * @returns nothing when an escape is malformed, or when parsers disagree about where a name ends
 */
export function readParameters(query: string): Parameter[] | undefined {
  const parameters: Parameter[] = []
  for (const part of query.split('&')) {
    if (part === '') continue
    const [rawName = '', rawValue = '', more] = part.split('=')
    const name = decode(rawName)
    const value = decode(rawValue)
    if (more !== undefined || name === undefined || value === undefined) return undefined
    if (!plainName.test(name)) return undefined
    parameters.push([name, value])
  }
  return parameters
}

/**
 * One spelling for all queries that mean the same: parameters sorted by name and encoded alike. Where
 * their order can mean something it stays: between equal names, with `[]`, with `a` beside `a[b]`.
 */
export function canonicalQuery(parameters: readonly Parameter[]): string {
  const isFree = !isOrdered(new Set(parameters.map(([name]) => name)))
  const list = isFree ? parameters.toSorted(byName) : parameters
  return list.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}

const byName = ([a]: Parameter, [b]: Parameter): number => (a < b ? -1 : a > b ? 1 : 0)

function isOrdered(names: Set<string>): boolean {
  for (const name of names) {
    if (name.includes('[]')) return true
    for (let end = name.indexOf('['); end > 0; end = name.indexOf('[', end + 1)) {
      if (names.has(name.slice(0, end))) return true
    }
  }
  return false
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
