import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { SanitizedConfig } from 'payload'
import type { Source } from '../../http/source.ts'

/**
 * GraphiQL as one page that loads nothing from another host. It is 9 MB, so it is made on demand.
 *
 * @param isProduction whether Payload's `disablePlaygroundInProduction` counts
 */
export function graphiqlSource(
  { graphQL, routes }: SanitizedConfig,
  isProduction: boolean,
): Source {
  const isHidden = graphQL.disable || (isProduction && graphQL.disablePlaygroundInProduction)
  if (isHidden) return () => new Response('Route Not Found', { status: 404 })

  let page: Promise<{ html: string; zipped: Uint8Array }> | undefined
  return async (request) => {
    page ??= render(`${routes.api}${routes.graphQL}`)
    const { html, zipped } = await page
    const acceptsGzip = /\bgzip\b/.test(request.headers.get('Accept-Encoding') ?? '')
    return new Response(acceptsGzip ? (zipped as BodyInit) : html, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        Vary: 'Accept-Encoding',
        ...(acceptsGzip ? { 'Content-Encoding': 'gzip' } : {}),
      },
    })
  }
}

async function render(endpoint: string) {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const html = renderGraphiQL({ endpoint, title: 'GraphiQL', defaultQuery })
  return { html, zipped: await promisify(gzip)(html) }
}

const defaultQuery = `# Ctrl+Space completes, Ctrl+Enter asks.
# The book on the left shows what there is.
{
  __typename
}
`
