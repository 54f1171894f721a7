import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createPurge, type PurgeOptions } from '../../src/delivery/purge.ts'
import { change, until } from './harness.ts'

type Answer = (res: ServerResponse, req: IncomingMessage, count: number) => void

/** A purge and the CDN it speaks to, which notes every request. */
async function startPurge(answer: Answer, options: Partial<PurgeOptions> = {}) {
  const asked: IncomingMessage[] = []
  const logged: string[] = []
  const cdn = createServer((req, res) => answer(res, req, asked.push(req)))
  cdn.listen(0, '127.0.0.1')
  await once(cdn, 'listening')
  const purge = createPurge({
    url: `http://127.0.0.1:${(cdn.address() as AddressInfo).port}/purge/{tag}?soft=1`,
    method: 'PURGE',
    logger: pino({ level: 'info' }, { write: (line) => void logged.push(line) }),
    firstDelay: 10,
    ...options,
  })
  onTestFinished(() => {
    purge.close()
    cdn.close().closeAllConnections()
  })
  return { purge, asked, logged, urls: () => asked.map(({ url }) => url) }
}

const ok: Answer = (res) => res.end('done')

test('each tag of the changes is purged once', async () => {
  const { purge, asked, urls } = await startPurge(ok, { header: ['Fastly-Key', 'secret'] })
  await purge.handle([change('claims', '1', { slug: 'ü' }), change('claims', '2')])
  expect(urls()).toEqual([
    '/purge/claims?soft=1',
    '/purge/claims%2F1?soft=1',
    '/purge/claims%2Fslug%2F%25C3%25BC?soft=1',
    '/purge/claims%2F2?soft=1',
  ])
  expect(asked[0]?.method).toBe('PURGE')
  expect(asked[0]?.headers).toMatchObject({ 'fastly-key': 'secret', 'accept-encoding': 'identity' })
})

test.each([500, 503, 429, 408])(
  'a %i is tried again, ever later, until it works',
  async (status) => {
    const times: number[] = []
    const { purge, urls, logged } = await startPurge(
      (res, _, count) => {
        times.push(performance.now())
        res.writeHead(count <= 3 ? status : 200).end()
      },
      { firstDelay: 30 },
    )
    await purge.handle([change('claims', '1')])
    expect(urls()).toEqual([...Array(4).fill('/purge/claims?soft=1'), '/purge/claims%2F1?soft=1'])
    const [a = 0, b = 0, c = 0, d = 0] = times
    expect(b - a).toBeGreaterThan(25)
    expect(c - b).toBeGreaterThan(55)
    expect(d - c).toBeGreaterThan(115)
    expect(logged).toHaveLength(3)
  },
)

test.each([400, 401, 404, 301])('a %i is logged and given up', async (status) => {
  const { purge, asked, logged } = await startPurge((res) => res.writeHead(status).end())
  await purge.handle([change('claims', '1')])
  expect(asked).toHaveLength(2)
  expect(logged).toHaveLength(2)
  expect(logged[0]).toContain(`"status":${status}`)
})

test('a CDN that hangs up, or hangs, is tried again', async () => {
  const { purge, asked } = await startPurge(
    (res, req, count) => {
      if (count === 1) req.socket.destroy()
      else if (count > 2) res.end()
    },
    { timeout: 100 },
  )
  await purge.handle([change('claims', '1')])
  expect(asked).toHaveLength(4)
})

test('what is asked for later waits for what failed before', async () => {
  let isDown = true
  const { purge, asked, urls } = await startPurge((res) => res.writeHead(isDown ? 500 : 200).end())
  const purged = Promise.all([
    purge.handle([change('claims', '1')]),
    purge.handle([change('media', '1')]),
  ])
  await until(() => asked.length > 2)
  isDown = false
  await purged
  expect([...new Set(urls())]).toEqual([
    '/purge/claims?soft=1',
    '/purge/claims%2F1?soft=1',
    '/purge/media?soft=1',
    '/purge/media%2F1?soft=1',
  ])
})

test.each<[string, Answer]>([
  ['while it waits', (res) => res.writeHead(500).end()],
  ['while it asks', () => {}],
])('closing it %s leaves the changes unpurged', async (_, answer) => {
  const { purge, asked, logged } = await startPurge(answer, { firstDelay: 60_000 })
  const purged = purge.handle([change('claims', '1')])
  const later = purge.handle([change('claims', '2')])
  purged.catch(() => {})
  later.catch(() => {})
  await until(() => asked.length === 1)
  await new Promise((resolve) => setTimeout(resolve, 20))
  const before = logged.length
  purge.close()
  await expect(purged).rejects.toThrow()
  await expect(later).rejects.toThrow()
  expect(asked).toHaveLength(1)
  expect(logged).toHaveLength(before)
})
