import type { ChangeLog } from '../changes/change-log.ts'
import type { Publications } from '../changes/publications.ts'
import { eventStream, failure, json } from './answers.ts'
import { auditBody, auditLimits, createAudit } from './audit.ts'
import { entryJson } from './entry.ts'
import { createParameters, mistakesOf, placeGiven } from './parameters.ts'
import { tokenOf } from './place.ts'
import { readJson } from './read-json.ts'
import type { Reading } from './reading.ts'
import { StartOver } from './refusals.ts'
import type { Hub } from './stream/hub.ts'
import { type Opening, openStream } from './stream/open-stream.ts'

export type Endpoint = { method: 'GET' | 'POST'; handle(request: Request): Promise<Response> }

type Parts = {
  log: ChangeLog
  publications: Publications
  collections: ReadonlySet<string>
  reading: Reading
  hub: Hub
}

/** More streams than a server is made for. */
const maxStreams = 5000

/** The endpoints by their path below that of the changes. */
export function createEndpoints(parts: Parts): Record<string, Endpoint> {
  const parameters = createParameters(parts.collections)
  return {
    '': changes(parts, parameters),
    '/stream': stream(parts, parameters),
    '/audit': audit(parts, parameters),
  }
}

type Parameters = ReturnType<typeof createParameters>

/** A page of what has changed. */
const changes = ({ reading }: Parts, parameters: Parameters): Endpoint => ({
  method: 'GET',
  async handle({ url }) {
    const { since, collections, limit } = parameters.ofPage(new URL(url).searchParams)
    const place = since
      ? placeGiven(since, collections, 'since')
      : await reading.begin(collections ?? null)
    const page = await reading.read(place, limit)
    const entries = page.entries.map((entry) => entryJson(entry)).join()
    const next = JSON.stringify(tokenOf(page.place))
    return json(`{"changes":[${entries}],"next":${next},"more":${page.hasMore}}`)
  },
})

/** The same as it happens. */
const stream = ({ reading, hub }: Parts, parameters: Parameters): Endpoint => ({
  method: 'GET',
  async handle({ url, headers, method }) {
    const { since, collections, documents } = parameters.ofStream(new URL(url).searchParams)
    const opening: Opening = { collections: collections ?? null, documents }
    // Whoever comes back asks at the same address as at first, and has read on since.
    const last = headers.get('Last-Event-ID')
    try {
      if (last) opening.place = placeGiven(last, collections, 'Last-Event-ID')
      else if (since) opening.place = placeGiven(since, collections, 'since')
    } catch (error) {
      if (!(error instanceof StartOver)) throw error
      opening.lost = error
    }
    if (method === 'HEAD') return eventStream(null)
    if (hub.size() >= maxStreams) {
      return failure(503, 'Too many streams are open.', { 'Retry-After': '30' })
    }
    return eventStream(openStream(hub, reading, opening))
  },
})

/** Which documents of a copy are no longer what is public. */
function audit({ log, publications }: Parts, { collection }: Parameters): Endpoint {
  const body = auditBody(collection)
  const judge = createAudit(log, publications)
  return {
    method: 'POST',
    async handle(request) {
      const read = await readJson(request, auditLimits.bytes)
      if ('refused' in read) return read.refused
      const parsed = body.safeParse(read.value)
      if (!parsed.success) throw mistakesOf(parsed.error, Object.keys(body.shape))
      return json(await judge(parsed.data))
    },
  }
}
