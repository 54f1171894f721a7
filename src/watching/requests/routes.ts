/** Tells a path's route: one of a set that is known at start and does not grow with the content. */
export type RouteOf = (path: string) => string

type Template = { route: string; pattern: RegExp }

/** For whatever is below none of the paths. */
const otherRoute = 'other'

/**
 * @param bases below which something answers, as Express takes them
 * @param templates routes that are known in detail, such as `/api/claims/:id`; the first that fits is taken
 */
export function createRoutes(bases: readonly string[], templates: readonly string[]): RouteOf {
  const plain = new Set([...bases, ...templates].filter((route) => !route.includes(':')))
  const byBeginning = new Map<string, Template[]>()
  for (const route of [...templates, ...bases]) {
    if (plain.has(route)) continue
    const beginning = beginningOf(route)
    const known = byBeginning.get(beginning)
    if (known) known.push(templateOf(route))
    else byBeginning.set(beginning, [templateOf(route)])
  }
  const patterns = bases.filter((base) => base.includes(':')).map(templateOf)
  const byLength = [...bases].filter((base) => base !== '/').sort((a, b) => b.length - a.length)

  return (path) => {
    if (plain.has(path)) return path
    const candidates = byBeginning.get(beginningOf(path)) ?? patterns
    const found = candidates.find(({ pattern }) => pattern.test(path))
    if (found) return found.route
    const base = byLength.find((one) => path.startsWith(`${one}/`))
    if (!base) return otherRoute
    return path.includes('/', base.length + 1) ? `${base}/*` : `${base}/:name`
  }
}

/** The path of a request, without its query. */
export function pathOf(url = ''): string {
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}

/** Up to the third slash: no two collections share it. */
function beginningOf(path: string): string {
  const second = path.indexOf('/', 1)
  const third = second === -1 ? -1 : path.indexOf('/', second + 1)
  return third === -1 ? path : path.slice(0, third)
}

const templateOf = (route: string): Template => ({
  route,
  pattern: new RegExp(
    `^${route
      .split('/')
      .map((segment) =>
        segment.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:\w+(?:\\[*?+])?/g, '[^/]+'),
      )
      .join('/')}$`,
  ),
})
