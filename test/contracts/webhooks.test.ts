import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Change } from '../../src/changes/change.ts'
import { changeLogOf } from '../../src/cms/changes/change-log.ts'
import type { Received } from '../support/receiver.ts'
import type { Client, TestService } from '../support/service.ts'
import { listen, soon, startWebhooks } from '../support/webhooks.ts'

let service: TestService
let admin: Client
beforeAll(async () => {
  service = await startWebhooks()
  admin = await service.as('admin')
})
afterAll(() => service.stop())

/** Part of a name that only drafts have: what is published brings a name along. */
const secretly = 'kanaridraftvogel'
const publicly = () => ({ slug: `claim-${randomUUID()}`, _status: 'published' })

const steps = {
  publish: (path: string, n: number) =>
    admin.patch(path, { statement: `Wording ${n}`, ...publicly() }),
  'save a draft': (path: string, n: number) =>
    admin.patch(`${path}?draft=true`, {
      slug: `${secretly}-${randomUUID()}`,
      statement: `Draft ${n}`,
    }),
  unpublish: (path: string) => admin.patch(path, { _status: 'draft' }),
  retract: (path: string) =>
    admin.patch(path, { verification: { status: 'retracted', note: 'Wrong.' }, ...publicly() }),
  trash: (path: string) => admin.patch(path, { deletedAt: new Date().toISOString() }),
  delete: (path: string) => admin.delete(path),
}

/** What a receiver may do with an event; only what it answers with 2xx it has taken. */
const answers: Record<string, (res: ServerResponse) => void> = {
  takes: (res) => res.end(),
  'takes slowly': (res) => void sleep(15).then(() => res.writeHead(204).end()),
  fails: (res) => res.writeHead(500).end(),
  refuses: (res) => res.writeHead(400).end('no'),
  'hangs up': (res) => res.destroy(),
  redirects: (res) => res.writeHead(307, { Location: '/elsewhere' }).end(),
}

const step = fc.record({
  document: fc.nat(2),
  step: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
})
const behaviour = fc.array(fc.constantFrom(...Object.keys(answers)), {
  minLength: 1,
  maxLength: 12,
})

test('every published change arrives at least once, in order per document, and nothing that is not public', async () => {
  const story = fc.tuple(fc.array(step, { minLength: 1, maxLength: 10 }), behaviour)
  await fc.assert(
    fc.asyncProperty(story, async ([todo, moods]) => {
      const { log } = changeLogOf(service.payload) ?? {}
      if (!log) throw new Error('no log')
      const before = await log.latest()
      let asked = 0
      const { receiver, deliveries } = await listen(service, {}, (_, res) => {
        // Whatever its moods, it takes something now and then.
        const mood = asked++ % 5 === 4 ? 'takes' : moods[asked % moods.length]
        answers[mood ?? 'takes']?.(res)
      })
      await tell(todo)
      const changes = await log.readAfter(before, 1000)
      await vi.waitFor(async () => {
        const delivered = await deliveries('&where[state][equals]=delivered')
        expect(delivered.map(({ sequence }) => sequence)).toEqual(changes.map((c) => c.sequence))
      }, soon)
      expectAllTaken(receiver.received, changes)
      expect(receiver.forged).toEqual([])
      expect(JSON.stringify(receiver.received)).not.toContain(secretly)
    }),
    { numRuns: 6, endOnFailure: true },
  )
}, 120_000)

/** Three documents live through the steps, each in order, beside each other. */
async function tell(todo: { document: number; step: keyof typeof steps }[]): Promise<void> {
  await Promise.all(
    [0, 1, 2].map(async (document) => {
      const own = todo.filter((one) => one.document === document)
      if (own.length === 0) return
      const { body } = await admin.post('/api/claims', {
        statement: 'A draft',
        slug: `${secretly}-${randomUUID()}`,
      })
      for (const [n, { step }] of own.entries()) await steps[step](`/api/claims/${body.doc.id}`, n)
    }),
  )
}

function expectAllTaken(received: Received[], changes: Change[]): void {
  const taken = received.filter(({ answered }) => answered >= 200 && answered < 300)
  const sequences = taken.map(({ event }) => event.data.sequence)
  expect(new Set(sequences)).toEqual(new Set(changes.map(({ sequence }) => sequence)))
  for (const id of new Set(changes.map((change) => change.id))) {
    const own = taken.filter(({ event }) => event.data.id === id).map((t) => t.event.data.sequence)
    expect(own).toEqual(own.toSorted((a, b) => a - b))
  }
  for (const { event } of received) {
    const change = changes.find(({ sequence }) => sequence === event.data.sequence)
    const { collection, id, slug, kind, locales, at, digest } = event.data
    const told = { sequence: event.data.sequence, collection, id, slug, kind, locales, at, digest }
    expect(change).toMatchObject(told)
  }
}
