import type { SanitizedConfig } from 'payload'

/** The paths of Payload's REST API as templates, such as `/api/claims/:id`, in the order in which they are tried. */
export function endpointPaths({
  collections,
  endpoints,
  globals,
  routes,
}: SanitizedConfig): string[] {
  const own = [
    ...collections.map((one) => ({ base: `${routes.api}/${one.slug}`, of: one.endpoints })),
    ...globals.map((one) => ({ base: `${routes.api}/globals/${one.slug}`, of: one.endpoints })),
  ].flatMap(({ base, of }) => (of || []).map(({ path }) => (path === '/' ? base : base + path)))
  return [...new Set([...endpoints.map(({ path }) => routes.api + path), ...own])]
}
