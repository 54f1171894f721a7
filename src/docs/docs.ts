import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Fixed, fixed } from '../http/fixed.ts'
import type { Source } from '../http/source.ts'
import type { OpenApiDocument } from '../openapi/document.ts'
import { inCheckout, readText } from './files.ts'
import { guideHtml } from './guide.ts'
import { toHtml } from './markdown.ts'
import { type Page, pageOf } from './page.ts'

export type DocsOptions = {
  openapi(): Promise<OpenApiDocument>
  /** Where the document is served. */
  openapiPath: string
  /** Where readers reach this server. */
  origin: string
  /** Whether the guide, the types and the changelog are about this service: they are Handbill's own. */
  hasGuide: boolean
}

/** Pages of any site may read what tools need. */
const forAll = {
  'Access-Control-Allow-Headers': 'If-None-Match',
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Origin': '*',
}

/** What is to be read about the API: the OpenAPI document, its reference page, the guide, the types. */
export function docsSources(options: DocsOptions): Record<string, Source> {
  const { hasGuide, openapi, openapiPath, origin } = options
  const places = {
    '/docs': 'Reference',
    ...(hasGuide ? { '/docs/guide': 'Guide', '/docs/changelog': 'Changes' } : {}),
    [openapiPath]: 'OpenAPI',
    ...(hasGuide ? { '/docs/handbill.d.ts': 'Types' } : {}),
  }
  const page = (path: string, of: () => Promise<Omit<Page, 'path' | 'places'>>) =>
    fixed(async () => pageOf({ ...(await of()), path, places }))

  return {
    [openapiPath]: fixed(async () => ({
      type: 'application/json',
      body: JSON.stringify(await openapi()),
      headers: forAll,
    })),
    '/docs': only(
      '/docs',
      page('/docs', async () =>
        reference((await openapi()).info.title, openapiPath, hasGuide ? leadToGuide : ''),
      ),
    ),
    ...Object.fromEntries(
      Object.entries(assets).map(([path, asset]) => [path, only(path, fixed(asset))]),
    ),
    ...(hasGuide
      ? {
          '/docs/guide': only(
            '/docs/guide',
            page('/docs/guide', async () => ({
              title: 'The partner’s guide',
              main: `<article>${await guideHtml(origin)}</article>`,
            })),
          ),
          '/docs/changelog': only(
            '/docs/changelog',
            page('/docs/changelog', async () => ({
              title: 'Changes',
              main: `<article>${toHtml(await readText('CHANGELOG.md'))}</article>`,
            })),
          ),
          '/docs/handbill.d.ts': only(
            '/docs/handbill.d.ts',
            fixed(async () => ({
              type: 'text/plain; charset=utf-8',
              body: await readText('docs/contract/handbill.d.ts'),
              headers: forAll,
            })),
          ),
        }
      : {}),
  }
}

const leadToGuide =
  '<p class="lead">New here? The guide leads you to a typed page of your own <a href="/docs/guide#in-ten-minutes">in ten minutes</a>. This is the reference, to look things up and to try them out.</p>'

const reference = (
  title: string,
  openapiPath: string,
  lead: string,
): Omit<Page, 'path' | 'places'> => ({
  title: `${title}: reference`,
  styles: ['/docs/swagger-ui.css'],
  scripts: ['/docs/swagger-ui.js', '/docs/reference.js'],
  main: `${lead}<div id="reference" data-openapi="${openapiPath}"><noscript>This page needs JavaScript; what it shows is at <a href="${openapiPath}">${openapiPath}</a>.</noscript></div>`,
})

const { resolve } = createRequire(import.meta.url)

const css = 'text/css; charset=utf-8'
const script = 'text/javascript; charset=utf-8'

const assets: Record<string, () => Promise<Fixed>> = {
  '/docs/docs.css': file(css, inCheckout('src/docs/browser/docs.css')),
  '/docs/reference.js': file(script, inCheckout('src/docs/browser/reference.js')),
  '/docs/swagger-ui.css': file(css, resolve('swagger-ui-dist/swagger-ui.css')),
  '/docs/swagger-ui.js': file(script, resolve('swagger-ui-dist/swagger-ui-bundle.js')),
}

function file(type: string, path: string): () => Promise<Fixed> {
  return async () => ({ type, body: await readFile(path) })
}

/** A source is asked for everything below its path as well, where there is nothing. */
function only(path: string, source: Source): Source {
  return (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === path || pathname === `${path}/`) return source(request)
    const errors = [{ message: `Nothing is at ${pathname}.` }]
    return Response.json({ errors }, { status: 404 })
  }
}
