import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { Change } from '../../src/changes/change.ts'
import { createDelivery, type DeliveryOptions } from '../../src/delivery/delivery.ts'
import type { Render, Rendering } from '../../src/delivery/rendering.ts'
import { type RawRequest, send } from '../support/raw-http.ts'

/** A time at which a second begins. */
export const start = Date.parse('2026-11-24T12:00:00Z')

type Options = Partial<DeliveryOptions> & { content?: Render }

/**
 * A delivery behind a real server until the test ends. What it hands on is answered with status 299
 * and the body that was handed on with it.
 */
export async function startDelivery({ content, ...options }: Options = {}) {
  const clock = { now: start }
  const logged: string[] = []
  const delivery = createDelivery({
    origin: 'https://handbill.example',
    contents: [
      {
        isContent: (path) => path.startsWith('/api/') && path !== '/api/users',
        render: content ?? (async () => json({ docs: [] }, ['claims'])),
      },
    ],
    readsAsPublic: () => false,
    cookiePrefix: 'payload',
    maxBytes: 10_000_000,
    sharedMaxAge: 60,
    logger: pino({ level: 'info' }, { write: (line) => void logged.push(line) }),
    now: () => clock.now,
    ...options,
  })
  const server = createServer((req, res) =>
    delivery.handle(req, res, (body) => res.writeHead(299).end(body ?? 'next')),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close().closeAllConnections())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    delivery,
    clock,
    logged,
    url,
    get: (path: string, headers: RawRequest['headers'] = {}) => send(url + path, { headers }),
    ask: (path: string, request: RawRequest) => send(url + path, request),
  }
}

export const json = (body: unknown, tags?: string[], init?: ResponseInit): Rendering => ({
  response: Response.json(body, init),
  tags: tags && new Set(tags),
})

/** A source that counts: each answer says which one it is. */
export function counting(tags: string[] | undefined, init?: ResponseInit) {
  const seen: Request[] = []
  const render = async (request: Request) => json({ render: seen.push(request) }, tags, init)
  return { seen, render }
}

/** A source whose answers wait until they are let go. */
export function held(tags: string[]) {
  const release: (() => void)[] = []
  const render = async () => {
    const mine = release.length
    await new Promise<void>((resolve) => release.push(resolve))
    return json({ render: mine + 1 }, tags)
  }
  return { release, render }
}

let sequence = 0
export const change = (collection: string, id: string, more: Partial<Change> = {}): Change => ({
  sequence: ++sequence,
  collection,
  id,
  revision: 1,
  slug: null,
  kind: 'updated',
  locales: ['en'],
  at: new Date(start).toISOString(),
  digest: null,
  ...more,
})

/** Waits until something is so. */
export async function until(is: () => boolean): Promise<void> {
  for (let i = 0; i < 1000 && !is(); i++) await new Promise((resolve) => setTimeout(resolve, 5))
  if (!is()) throw new Error('It did not come about.')
}
