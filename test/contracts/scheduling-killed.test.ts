import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { freshDatabase } from '../support/databases.ts'
import { account, ask, endOrphans, startProcess } from '../support/server-process.ts'

const statements = ['One', 'Two', 'Three']

/** A database, and what starts servers on it one after the other. */
async function prepare() {
  const database = await freshDatabase()
  onTestFinished(async () => {
    await endOrphans(database.url)
    await database.drop()
  })
  const start = (options: object = {}) =>
    startProcess('scheduling-server.ts', database.url, options)
  /** A server that dies of itself at the commit that publishes something of the collection. */
  const startDoomed = async (
    collection: string,
    when: 'before' | 'after',
    options: object = {},
  ) => {
    const { ended } = await start({ dies: { collection, when }, ...options })
    await ended
    await endOrphans(database.url)
  }
  const first = await start()
  const { token } = (await ask(`${first.url}/api/users/login`, 'POST', account)).body
  return { start, startDoomed, first, token }
}

type Documents = { collection: string; ids: string[] }

/** How often each was published: by its versions, and by what the public was told. */
async function published(url: string, { collection, ids }: Documents, token: string) {
  return Promise.all(
    ids.map(async (id) => {
      const where = `where[parent][equals]=${id}&where[version._status][equals]=published`
      const versions = await ask(
        `${url}/api/${collection}/versions?${where}`,
        'GET',
        undefined,
        token,
      )
      const revision = (n: number) => ask(`${url}/api/${collection}/${id}/revisions/${n}`, 'GET')
      const told = (await Promise.all([1, 2].map(revision))).filter((one) => one.status === 200)
      return [versions.body.totalDocs, told.length]
    }),
  )
}

test('a campaign is published once by servers that were down, died before the commit, after it, and two at once', async () => {
  const { start, startDoomed, first, token } = await prepare()
  const make = async (collection: string, data: object): Promise<string> =>
    (await ask(`${first.url}/api/${collection}?draft=true`, 'POST', data, token)).body.doc.id
  const campaign = await make('campaigns', { title: 'Together' })
  const ids: string[] = []
  for (const statement of statements) ids.push(await make('claims', { statement, campaign }))
  const schedule = async (after: number) => {
    const body = { what: 'publish', at: new Date(Date.now() + after).toISOString() }
    return ask(`${first.url}/api/campaigns/${campaign}/publish`, 'POST', body, token)
  }
  const { status, body } = await schedule(3000)
  expect(status).toBe(201)
  expect(body.doc.documents).toHaveLength(4)
  await first.kill()
  await sleep(Math.max(0, Date.parse(body.doc.at) - Date.now()))

  await startDoomed('claims', 'before')
  await startDoomed('campaigns', 'after')
  const [one, other] = await Promise.all([start(), start()])
  await vi.waitFor(async () => {
    const left = await ask(
      `${one.url}/api/campaigns/${campaign}/schedules`,
      'GET',
      undefined,
      token,
    )
    expect(left.body.docs).toEqual([])
  }, 20_000)
  // What would do it a second time has its time.
  await sleep(500)
  const all = await published(other.url, { collection: 'claims', ids }, token)
  expect(all).toEqual(ids.map(() => [1, 1]))
}, 120_000)

test('so is one document that Payload has on its schedule, by servers that died at its job', async () => {
  const { start, startDoomed, first, token } = await prepare()
  const make = (data: object) => ask(`${first.url}/api/demands?draft=true`, 'POST', data, token)
  const value = (await make({ title: 'Do it' })).body.doc.id
  const queue = { relationTo: 'demands', value }
  await first.kill()

  await startDoomed('demands', 'before', { queue })
  await startDoomed('demands', 'after')
  const [one, other] = await Promise.all([start(), start()])
  await vi.waitFor(async () => {
    const left = await ask(`${one.url}/api/demands/${value}/schedules`, 'GET', undefined, token)
    expect(left.body.docs).toEqual([])
  }, 20_000)
  // The job that a dead server was at is taken up once more when its lease is over.
  await sleep(2000)
  const all = await published(other.url, { collection: 'demands', ids: [value] }, token)
  expect(all).toEqual([[1, 1]])
}, 120_000)
