import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test, vi } from 'vitest'
import { checkDue, fastClock, onDemand } from '../support/links.ts'
import { startBeside, startService, type TestService } from '../support/service.ts'
import { startSite } from '../support/sites.ts'

const allowed = { HANDBILL_ALLOWED_HOSTS: 'localhost' }

async function publish(service: TestService, url: string): Promise<string> {
  const admin = await service.as('admin')
  const data = { title: 'A report', url, _status: 'published' }
  return (await admin.post('/api/resources', data)).body.doc.id
}

async function checks(service: TestService) {
  const admin = await service.as('admin')
  const { body } = await admin.get('/api/link-checks?limit=0&sort=url')
  return body.docs as { url: string; status: string; reason: string; dueAt: string }[]
}

test('two servers ask a host one at a time, and every address once', async () => {
  const clock = fastClock()
  const one = await startService(allowed, { links: onDemand(clock) })
  onTestFinished(() => one.stop())
  const two = await startBeside(one, allowed, { links: onDemand(clock) })
  onTestFinished(() => two.stop())
  const site = await startSite()
  for (let n = 0; n < 6; n++) {
    site.answers[`/${n}`] = (_, res) => void setTimeout(() => res.end(), 20)
    await publish(one, site.url(`/${n}`))
  }
  await expect.poll(() => checks(one), { timeout: 30_000 }).toHaveLength(6)
  // Whoever has waited for its turn for too long puts the address off.
  for (let n = 0; n < 5; n++) {
    clock.pass(60_000)
    await Promise.all([checkDue(one), checkDue(two)])
  }

  expect(site.most).toBe(1)
  const asked = site.requests.filter(({ path }) => path !== '/robots.txt').map(({ path }) => path)
  expect(asked.toSorted()).toEqual(Object.keys(site.answers).toSorted())
  expect((await checks(one)).map(({ status }) => status)).toEqual(Array(6).fill('alive'))
}, 120_000)

test('a server killed in mid-check loses nothing', async () => {
  const service = await startService(allowed)
  onTestFinished(() => service.stop())
  const site = await startSite({ '/page': () => {} })
  const id = await publish(service, site.url('/page'))
  const timings = { poll: 100, pause: 10, hostLease: 500, addressLease: 500, firstPause: 10 ** 7 }

  const first = await startProcess(service, timings)
  const isAsked = () => site.requests.some(({ path }) => path === '/page')
  await vi.waitFor(() => expect(isAsked()).toBe(true), { timeout: 40_000 })
  await first.kill()
  expect(await checks(service)).toMatchObject([{ url: site.url('/page'), status: 'unchecked' }])

  site.answers['/page'] = 200
  await startProcess(service, timings)
  const read = async () => (await service.reader.get(`/api/resources/${id}`)).body.link.status
  await vi.waitFor(async () => expect(await read()).toBe('alive'), { timeout: 40_000 })
}, 120_000)

async function startProcess({ settings }: TestService, timings: object) {
  const script = `
    import { runCompiled } from './src/compile.mjs'
    await runCompiled('test/contracts/programs/link-server.ts')`
  const args = ['--input-type=module', '--eval', script, '--', JSON.stringify(timings)]
  const { database } = settings
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      ...allowed,
      DATABASE_URL: database.kind === 'sqlite' ? `file:${database.file}` : database.url,
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
      PAYLOAD_SECRET: settings.secret,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await closed
  }
  const kill = () => end('SIGKILL')
  // MongoDB keeps what a killed client had begun for a minute, and the database could not be dropped.
  onTestFinished(() => end('SIGTERM'))
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('listening at ')) return { kill }
  }
  throw new Error('The server has ended.')
}
