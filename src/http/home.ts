import { notAllowed } from './fixed.ts'
import { digestsIn, everyPage } from './security-headers.ts'
import type { Source } from './source.ts'

type PayloadRoutes = { admin: string; api: string; graphQL: string }

/**
 * The front page says where things are, to people and, on `Accept: application/json`, to programs.
 *
 * @param more places by name
 */
export function home(
  { admin, api, graphQL }: PayloadRoutes,
  more: Record<string, string> = {},
): Source {
  const places = { api, graphql: `${api}${graphQL}`, graphiql: graphQL, ...more, admin }
  const links = Object.entries(places).map(
    ([name, path]) => `<li><a href="${path}">${name}</a></li>`,
  )
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Content API</title>
<style>body { font: 1.1rem/1.6 system-ui, sans-serif; margin: 10vh auto; max-width: 34rem; padding: 0 1rem }</style>
<h1>Content API</h1>
<ul>${links.join('')}</ul>
</html>
`
  const headers = {
    ...everyPage,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; style-src ${digestsIn(page, 'style')}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  }
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed(request.method)
    return request.headers.get('Accept')?.includes('application/json')
      ? Response.json(places)
      : new Response(page, { headers })
  }
}

/** Browsers ask for it beside every page that names no icon; a 404 would be an error on their console. */
export const noIcon: Source = () =>
  new Response(null, { status: 204, headers: { 'Cache-Control': 'public, max-age=86400' } })
