import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Ready } from './health/readiness.ts'
import type { Metrics } from './metrics/metrics.ts'
import { pathOf } from './requests/routes.ts'

type Answer = { status: number; body: string; type?: string; headers?: Record<string, string> }
type Place = (req: IncomingMessage) => Answer | Promise<Answer>

export type PlacesOptions = {
  ready: Ready
  /** None where no token is set: then nobody may read them. */
  metrics: { token: string; metrics: Metrics } | undefined
}

/**
 * What whoever runs the server asks it: `/health/live`, `/health/ready`, `/metrics`. They are answered before
 * everything else, so that no limit and no fault of what is behind keeps them from answering.
 *
 * @returns whether the request was for one of them
 */
export function createPlaces({
  ready,
  metrics,
}: PlacesOptions): (req: IncomingMessage, res: ServerResponse) => boolean {
  const places: Record<string, Place> = {
    // It is alive when it can say so.
    '/health/live': () => json(200, { status: 'live' }),
    '/health/ready': async () => {
      const readiness = await ready.ask()
      return json(readiness.status === 'ready' ? 200 : 503, readiness)
    },
    '/metrics': metricsPlace(metrics),
  }

  return (req, res) => {
    const { url = '' } = req
    // Of all requests; those that are answered from memory have no time for more.
    if (!url.startsWith('/health/') && !url.startsWith('/metrics')) return false
    const path = pathOf(url)
    const place = Object.hasOwn(places, path) ? places[path] : undefined
    if (!place) return false
    void answer(place, req).then((given) => send(given, req, res))
    return true
  }
}

async function answer(place: Place, req: IncomingMessage): Promise<Answer> {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    const message = `${req.method} is not a method here; accepted: GET, HEAD.`
    return { ...json(405, { errors: [{ message }] }), headers: { Allow: 'GET, HEAD' } }
  }
  try {
    return await place(req)
  } catch {
    return json(500, { errors: [{ message: 'Something went wrong.' }] })
  }
}

const metricsPlace =
  (given: PlacesOptions['metrics']): Place =>
  async (req) => {
    if (!given) {
      const message = 'The figures are for nobody: HANDBILL_METRICS_TOKEN is not set.'
      return json(404, { errors: [{ message }] })
    }
    if (!isBearer(req.headers.authorization, given.token)) {
      const message = 'Accepted: Authorization: Bearer, with the token of HANDBILL_METRICS_TOKEN.'
      const headers = { 'WWW-Authenticate': 'Bearer realm="metrics"' }
      return { ...json(401, { errors: [{ message }] }), headers }
    }
    const { contentType, read } = given.metrics
    return { status: 200, body: await read(), type: contentType }
  }

/** In the same time, however much of it is right. */
function isBearer(authorization: string | undefined, token: string): boolean {
  const [, shown = ''] = /^Bearer +(.+)$/i.exec(authorization ?? '') ?? []
  return timingSafeEqual(digest(shown), digest(token))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const json = (status: number, body: object): Answer => ({ status, body: JSON.stringify(body) })

function send(
  { status, body, type = 'application/json; charset=utf-8', headers = {} }: Answer,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  if (res.destroyed) return
  res
    .writeHead(status, {
      'Content-Type': type,
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    })
    .end(req.method === 'HEAD' ? undefined : body)
}
