import fc from 'fast-check'
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Answer } from '../support/service.ts'
import { isChange, openEvents } from '../support/sse.ts'
import { effort, enoughTime } from './support/effort.ts'
import {
  type Asker,
  accounts,
  ask,
  askers,
  canary,
  drafts,
  leaks,
  type Planted,
  places,
  plant,
  type Question,
  work,
} from './support/plant.ts'
import { questionsOf } from './support/questions.ts'

/*
 * A canary is a text that stands in one place only that somebody must not see. Everybody asks for
 * everything in every way; no answer may hold a canary that is not for whoever asks.
 */

let planted: Planted
let schema: GraphQLSchema
beforeAll(async () => {
  planted = await plant()
  const { body } = await planted.service.reader.graphql(getIntrospectionQuery())
  schema = buildClientSchema(body.data)
})
afterAll(() => planted.service.stop())

/** Asks, and finds nothing in the answer that is not for whoever asks. */
async function look(asker: Asker, question: Question | string, told = asker as string) {
  const asked = typeof question === 'string' ? { path: question } : question
  const answer = await ask(planted, asker, asked)
  const all = `${told} ${JSON.stringify(asked)}: ${answer.status} ${answer.text}`
  expect(answer.status, all).toBeLessThan(500)
  expect(leaks(planted, asker, asked, answer), all).toEqual([])
  return answer
}

test(
  'no canary is in any answer, whoever asks for whatever',
  async () => {
    const seen: Record<string, number> = {}
    const asking = fc.tuple(fc.constantFrom(...askers), questionsOf(planted, schema))
    await fc.assert(
      fc.asyncProperty(asking, async ([asker, question]) => {
        const { status } = await look(asker, question)
        seen[`${asker} ${status}`] = (seen[`${asker} ${status}`] ?? 0) + 1
      }),
      effort(),
    )
    // It is not by refusing everything.
    for (const asker of askers)
      expect(seen[`${asker} 200`], JSON.stringify(seen)).toBeGreaterThan(2)
  },
  enoughTime,
)

describe('a canary is where it was planted,', () => {
  const collections = [
    'campaigns',
    'claims',
    'demands',
    'resources',
    'users',
    'comments',
    'history',
  ]
  const more = ['partners', 'webhooks']
  const found = async (asker: Asker, query: string) => {
    const keys = planted.documents.filter((at) => at.startsWith('partners/'))
    const paths = [
      ...[...collections, ...more].map((at) => `/api/${at}?limit=100&${query}`),
      `/api/claims/versions?limit=100&depth=0&${query}`,
      `/api/claims?limit=100&trash=true&${query}`,
      `/api/claims/${planted.claim}/preview-links`,
      ...keys.map((at) => `/api/${at}/keys`),
    ]
    const answers = await Promise.all(paths.map((at) => ask(planted, asker, { path: at })))
    const all = answers.map(({ text }) => text).join('\n')
    return places.filter((place) => all.includes(canary(place)))
  }

  test('and shown to whom it is for', async () => {
    const expected = [...drafts, ...work, ...accounts]
    expect(await found('admin', 'draft=true')).toEqual(expect.arrayContaining(expected))
    expect(await found('editor', 'draft=true')).toEqual(
      expect.arrayContaining([...drafts, ...work]),
    )
    expect((await found('partnerWithDrafts', 'draft=true')).sort()).toEqual([...drafts].sort())
    expect(await found('partnerWithDrafts', '')).toEqual([])
    expect(await found('reader', '')).toEqual([])
  })
})

describe('a reader finds none', () => {
  const slugs = ['public', 'open', ...places.map(canary)]
  const kinds = ['campaigns', 'claims', 'demands', 'resources', 'media', 'users', 'partners']

  test('on a page, in a feed, in a reference, or embedded', async () => {
    const pages = slugs.flatMap((slug) => [
      ...kinds.slice(0, 4).map((kind) => `/${kind}/${slug}`),
      ...['', '?format=json', '/cite', '/timemap', '/revisions/1'].map(
        (at) => `/claims/${slug}${at}`,
      ),
      ...[`/feeds/${slug}.atom`, `/feeds/${slug}.json`, `/api/campaigns/${slug}/bundle`],
      `/oembed?url=${planted.service.url}/claims/${slug}`,
      `/api/claims/slug/${slug}`,
    ])
    const feeds = kinds.flatMap((kind) => [`/feeds/${kind}.atom`, `/feeds/${kind}.json?locale=es`])
    const rest = [
      '/',
      '/?locale=es',
      '/embed.json',
      '/embed.js',
      '/docs',
      '/sitemap.xml',
      '/robots.txt',
    ]
    for (const path of [...pages, ...feeds, ...rest]) {
      await look('reader', path)
      await look('reader', { path, headers: { Accept: 'text/html' } })
    }
    expect((await look('reader', '/claims/public')).status).toBe(200)
  })

  test('in a version of what is public, nor on the way to one', async () => {
    let shown = 0
    for (const at of planted.documents) {
      const revisions = [1, 2, 3, 4, 5].map((n) => `revisions/${n}`)
      for (const more of ['timemap', ...revisions]) {
        if ((await look('reader', `/api/${at}/${more}`)).status === 200) shown++
      }
    }
    for (const moment of ['Mon, 01 Jan 2001 00:00:00 GMT', new Date().toUTCString()]) {
      const headers = { 'Accept-Datetime': moment }
      for (const slug of slugs) {
        for (const path of [`/api/claims/slug/${slug}`, `/claims/${slug}`, `/campaigns/${slug}`]) {
          const to = (await look('reader', { path, headers })).headers.get('Location')
          if (to) await look('reader', { path: to.replace(/^https?:\/\/[^/]+/, ''), headers })
        }
      }
    }
    expect(shown).toBeGreaterThan(5)
  })

  test('in what partners copy: the pages of changes, the audit and the stream', async () => {
    const { service } = planted
    const admin = planted.clients.admin
    for (const asker of ['reader', 'partner', 'partnerWithDrafts'] as const) {
      for (const query of ['', '&documents=false', '&collections=claims']) {
        let at = `/api/changes?limit=2${query}`
        for (let more = true; more; ) {
          const { body } = await look(asker, at)
          more = body.hasMore ?? body.changes?.length > 0
          at = `/api/changes?limit=2${query}&since=${body.next}`
        }
      }
    }
    const items = planted.documents.map((at) => {
      const [collection, id] = at.split('/')
      return { collection, id, digest: `sha256:${'0'.repeat(64)}` }
    })
    const known = items.filter(({ collection }) => kinds.slice(0, 4).includes(collection ?? ''))
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify({ items: known, documents: true })
    await look('reader', { path: '/api/changes/audit', body, headers })

    const streams = await Promise.all(
      ['', '?documents=true', '?collections=claims'].map((query) =>
        openEvents(`${service.url}/api/changes/stream${query}`),
      ),
    )
    onTestFinished(() => streams.forEach((stream) => void stream.close()))
    for (const stream of streams) await stream.next()
    const secret = { statement: `${canary('newerdraft')} again` }
    await admin.patch(`/api/claims/${planted.claim}?draft=true`, secret)
    await admin.post('/api/claims', { statement: canary('draftclaim') })
    await admin.post('/api/claims', { statement: 'Heard', _status: 'published' })
    for (const stream of streams) {
      await stream.next(isChange)
      const answer = { status: 200, text: stream.text(), headers: new Headers() }
      expect(leaks(planted, 'reader', { path: '/api/changes/stream' }, answer)).toEqual([])
    }
  })
})

test('what may not be read answers byte for byte as what is not there', async () => {
  const nowhere = ['000000000000000000000000', '00000000-0000-4000-8000-000000000000']
  const kinds = ['campaigns', 'claims', 'demands', 'resources']
  const hidden = drafts.filter((place) => place !== 'newerdraft' && place !== 'gone')
  const passing = /^(date|age|ratelimit.*|x-request-id)$/
  const cut = ({ status, text, headers }: Answer, name: string) => {
    const kept = [...headers].filter(([header]) => !passing.test(header))
    return [status, text, ...kept.map((one) => one.join(': '))].map((one) =>
      String(one).replaceAll(name, 'NAME'),
    )
  }
  for (const asker of ['reader', 'partner'] as const) {
    for (const at of planted.documents) {
      const [kind = '', id = ''] = at.split('/')
      if (!kinds.includes(kind)) continue
      if ((await look(asker, `/api/${at}`)).status !== 404) continue
      const missing = nowhere.find((one) => one.length === id.length) ?? ''
      for (const more of ['', '?depth=2&locale=es', '/revisions/1', '/timemap']) {
        const one = cut(await look(asker, `/api/${at}${more}`), id)
        const other = cut(await look(asker, `/api/${kind}/${missing}${more}`), missing)
        expect(one, `${asker} ${at}${more}`).toEqual(other)
      }
    }
    for (const kind of kinds) {
      for (const more of [`/api/${kind}/slug/`, `/${kind}/`]) {
        for (const place of hidden) {
          const one = cut(await look(asker, `${more}${canary(place)}`), canary(place))
          const name = canary('nowhereever').slice(0, canary(place).length)
          expect(one, more + place).toEqual(cut(await look(asker, `${more}${name}`), name))
        }
      }
    }
  }
})
