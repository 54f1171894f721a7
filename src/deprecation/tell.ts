import type { SanitizedConfig } from 'payload'
import type { Source } from '../http/source.ts'
import { type Deprecation, deprecationHeaders } from './deprecation.ts'
import { holdsField } from './holds-field.ts'

export type TellOptions = {
  deprecations: Deprecation[]
  config: SanitizedConfig
  /** All paths of the OpenAPI document, in which `{name}` is a parameter. */
  paths(): Promise<string[]>
  /** Where it can be read up. */
  changelog: string
}

/**
 * Has a source say in its answers that they use what is deprecated. The headers belong to the answer: a
 * cache keeps them with it.
 */
export function tellDeprecations(source: Source, options: TellOptions): Source {
  const { changelog, deprecations } = options
  if (deprecations.length === 0) return source
  return async (request) => {
    const response = await source(request)
    const used = await usedBy(request, response, options)
    if (used.length === 0) return response
    const headers = new Headers(response.headers)
    for (const [name, value] of deprecationHeaders(used, changelog)) headers.append(name, value)
    const { body, status, statusText } = response
    return new Response(body, { headers, status, statusText })
  }
}

async function usedBy(
  request: Request,
  response: Response,
  { config, deprecations, paths }: TellOptions,
): Promise<Deprecation[]> {
  const { pathname, searchParams } = new URL(request.url)
  const operation = `${request.method} ${templateOf(pathname, await paths())}`
  const needsBody = deprecations.some(({ what }) => 'field' in what)
  const documents = needsBody ? await documentsIn(response, operation, config) : undefined
  return deprecations.filter(({ what }) => {
    if ('field' in what) {
      return documents?.list.some((one) => holdsField(one, documents.collection, what, config))
    }
    if (what.operation !== operation) return false
    return !('parameter' in what) || isGiven(searchParams, what.parameter)
  })
}

const isGiven = (parameters: URLSearchParams, name: string): boolean =>
  [...parameters.keys()].some((key) => key === name || key.startsWith(`${name}[`))

/** The path that answers here: of several that fit, the one with most of its segments written out. */
function templateOf(pathname: string, paths: string[]): string | undefined {
  const fitting = paths.filter((path) => patternOf(path).test(pathname))
  return fitting.sort((a, b) => parametersIn(a) - parametersIn(b))[0]
}

const parametersIn = (path: string): number => path.split('{').length

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split(/\{\w+\}/)
      .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^/]+')}/?$`,
  )

/** The documents of an answer of one of Payload's reading endpoints. */
async function documentsIn(
  response: Response,
  operation: string,
  { collections, routes }: SanitizedConfig,
) {
  const isJson = response.headers.get('Content-Type')?.includes('application/json')
  const found = collections.find(({ slug }) =>
    ['', '/{id}', '/slug/{slug}'].some((rest) => operation === `GET ${routes.api}/${slug}${rest}`),
  )
  if (!found || !isJson || response.status !== 200) return undefined
  const body = (await response.clone().json()) as { docs?: unknown[] }
  return { collection: found.slug, list: body.docs ?? [body] }
}
