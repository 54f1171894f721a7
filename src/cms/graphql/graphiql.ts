import type { SanitizedConfig } from 'payload'
import { fixed } from '../../http/fixed.ts'
import { digestsIn } from '../../http/security-headers.ts'
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

  return fixed(async () => {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
    const endpoint = `${routes.api}${routes.graphQL}`
    const body = renderGraphiQL({ endpoint, title: 'GraphiQL', defaultQuery })
    const headers = { 'Content-Security-Policy': policyOf(body) }
    return { type: 'text/html; charset=utf-8', body, headers }
  })
}

/** The page's own script; its editors write styles into the page, and run in workers. */
const policyOf = (html: string): string =>
  [
    "default-src 'none'",
    `script-src ${digestsIn(html, 'script').join(' ')}`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    "connect-src 'self'",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const defaultQuery = `# Ctrl+Space completes, Ctrl+Enter asks.
# The book on the left shows what there is.
{
  __typename
}
`
