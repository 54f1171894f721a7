import { handleEndpoints, headersWithCors, type SanitizedConfig } from 'payload'
import { isDeeperThan } from '../../http/json-depth.ts'
import type { Source } from '../../http/source.ts'
import { requestLimits } from '../../limits.ts'
import { asGet } from './as-get.ts'
import { closingItsFile } from './closing-its-file.ts'
import { repeatingConflicts } from './repeating-conflicts.ts'
import { tellFailures } from './tell-failures.ts'
import { tellMistakes } from './tell-mistakes.ts'

/**
 * Payload's REST API as a function from Request to Response.
 *
 * @param key of the Payload instance in this process
 * @param around is put round what answers, inside of what is done for HEAD and for a POST that stands for a GET
 */
export function restSource(
  config: SanitizedConfig,
  key: string,
  around = (source: Source): Source => source,
): Source {
  tellMistakes(config)
  tellFailures(config)
  const handle = around((request) =>
    handleEndpoints({ config, request, payloadInstanceCacheKey: key }),
  )
  const handleWrite = repeatingConflicts(config, handle)

  return async (request) => {
    const asked = await asGet(request)
    if (!asked) return answer(config, request, 400, 'The body is not a JSON object.')
    const mistake = mistakeInQuery(asked)
    if (mistake) return answer(config, request, 400, mistake)
    if (namesNoCollection(config, asked)) {
      const { pathname } = new URL(asked.url)
      return answer(config, request, 404, `Route not found "${pathname}"`)
    }
    const response = await (asked.method === 'GET' ? handle(asked) : handleWrite(asked))
    return closingItsFile(withRetry(await withErrors(response)))
  }
}

/** What is too much to be read at all. Filters in brackets Payload itself reads ten deep, and no deeper. */
function mistakeInQuery({ url }: Request): string | undefined {
  const { parameters, filterNesting } = requestLimits
  const begin = url.indexOf('?')
  if (begin < 0) return undefined
  if (url.slice(begin).split('&', parameters + 1).length > parameters) {
    return `Accepted: ${parameters} parameters.`
  }
  if (!/[?&]where=/.test(url)) return undefined
  const where = new URL(url).searchParams.getAll('where')
  // Each level is an object and a list in it.
  return where.some((json) => isDeeperThan(2 * filterNesting, Buffer.from(json)))
    ? `where: accepted: "and" and "or" nested ${filterNesting} deep.`
    : undefined
}

/**
 * Payload looks collections up by name in an object, and finds there what every object inherits. Of one
 * without endpoints it says that it cannot (501); for readers it is not there.
 */
function namesNoCollection({ collections, routes }: SanitizedConfig, { url }: Request): boolean {
  const [name = ''] = new URL(url).pathname.slice(routes.api.length + 1).split('/')
  if (name in Object.prototype) return true
  return collections.some(({ endpoints, slug }) => slug === name && endpoints === false)
}

function answer(config: SanitizedConfig, request: Request, status: number, message: string) {
  const req = { headers: request.headers, payload: { config } }
  const headers = headersWithCors({ headers: new Headers(), req: req as never })
  return Response.json({ message, errors: [{ message }] }, { status, headers })
}

/** Payload says that a route is not there as a `message` alone; clients look for `errors` first. */
async function withErrors(response: Response): Promise<Response> {
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json')
  if (!isJson || (response.status !== 404 && response.status !== 501)) return response
  const text = await response.text()
  const { status, headers } = response
  const { message, errors } = asObject(text)
  if (errors || typeof message !== 'string' || !/^(Route not found|Cannot) /.test(message)) {
    return new Response(text, { status, headers })
  }
  return Response.json({ message, errors: [{ message }] }, { status, headers })
}

/** Whoever is told that it does not work at present is told when to ask again. */
function withRetry(response: Response): Response {
  const { headers, status } = response
  if (status === 503 && !headers.has('Retry-After')) headers.set('Retry-After', '1')
  return response
}

function asObject(text: string): { errors?: unknown; message?: unknown } {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
