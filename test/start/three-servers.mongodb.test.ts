import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { freshDatabase } from '../support/databases.ts'
import { freePort } from '../support/free-port.ts'
import { provideNginx, startBalancer } from '../support/nginx.ts'
import { endPrograms, runProgram } from '../support/program.ts'
import { account, endOrphans, withAppName } from '../support/server-process.ts'

const nginx = await provideNginx()

/** What readers may see of a change after it was acknowledged, in milliseconds: 500 on a quiet machine. */
const staleness = 1500

type Seen = { began: number; claim: number; edit: number }
type Write = { acknowledged: number; claim: number; edit: number }

test.skipIf('missing' in nginx)(
  'of three servers one is killed and one is replaced under load, and no read fails or is stale',
  { timeout: 180_000 },
  async () => {
    const database = await freshDatabase()
    onTestFinished(async () => {
      await endPrograms()
      await endOrphans(database.url)
      await database.drop()
    })
    const ports = [await freePort(), await freePort(), await freePort()] as const
    const balancer = await startBalancer((nginx as { path: string }).path, ports)
    onTestFinished(() => balancer.stop())
    const { url } = balancer
    const start = async (port: number) => {
      const server = runProgram(process.cwd(), 'src/start.mjs', {
        PORT: String(port),
        PUBLIC_URL: url,
        DATABASE_URL: withAppName(database.url),
        PAYLOAD_SECRET: 'a secret for the tests',
        ADMIN_EMAIL: account.email,
        ADMIN_PASSWORD: account.password,
        HANDBILL_EVIDENCE_REQUIRED: 'false',
        HANDBILL_REQUESTS_PER_MINUTE: '0',
      })
      await server.printed(/Handbill answers at/)
      return server
    }
    const ask = async (path: string, method = 'GET', data?: object, token?: string) => {
      const answer = await fetch(url + path, {
        method,
        headers: {
          'Content-Type': 'application/json',
          ...(token ? { Authorization: `JWT ${token}` } : {}),
        },
        ...(data ? { body: JSON.stringify(data) } : {}),
        signal: AbortSignal.timeout(method === 'GET' ? 10_000 : 2000),
      })
      return { status: answer.status, text: await answer.text() }
    }

    const [first, second, third] = [
      await start(ports[0]),
      await start(ports[1]),
      await start(ports[2]),
    ]
    const { token } = JSON.parse((await ask('/api/users/login', 'POST', account)).text)
    const claims: { id: string; slug: string }[] = []
    for (let i = 0; i < 5; i++) {
      const claim = { statement: `Claim ${i} edit 0`, slug: `claim-${i}`, _status: 'published' }
      claims.push(JSON.parse((await ask('/api/claims', 'POST', claim, token)).text).doc)
    }

    let isOver = false
    const failures: unknown[] = []
    const seen: Seen[] = []
    const read = async (path: string) => {
      while (!isOver) {
        const began = Date.now()
        try {
          const { status, text } = await ask(path)
          if (status !== 200) failures.push({ path, status, text })
          for (const [, claim, edit] of text.matchAll(/Claim (\d) edit (\d+)/g)) {
            seen.push({ began, claim: Number(claim), edit: Number(edit) })
          }
        } catch (error) {
          failures.push({ path, error })
        }
        await sleep(5)
      }
    }
    const writes: Write[] = []
    /** What the killed server was writing stays locked until MongoDB gives it up: the others are written on. */
    const locked = new Set<number>()
    const write = async () => {
      for (let edit = 1; !isOver; edit++) {
        await sleep(20)
        const claim = edit % claims.length
        if (locked.has(claim)) continue
        const data = { statement: `Claim ${claim} edit ${edit}` }
        const path = `/api/claims/${claims[claim]?.id}`
        const { status } = await ask(path, 'PATCH', data, token).catch(() => ({ status: 0 }))
        if (status === 200) writes.push({ acknowledged: Date.now(), claim, edit })
        else locked.add(claim)
      }
    }
    const [one] = claims
    const paths = [
      `/api/claims/${one?.id}`,
      '/api/claims',
      `/claims/${one?.slug}`,
      '/api/claims?depth=2',
    ]
    const load = Promise.all([write(), ...[...paths, ...paths].map(read)])

    await sleep(1000)
    second.send('SIGKILL')
    await second.ended
    await sleep(1000)
    await start(ports[1])
    third.send('SIGTERM')
    expect(await third.ended).toEqual({ code: 0, signal: null })
    await start(ports[2])
    await sleep(1000)
    isOver = true
    await load

    expect(writes.length).toBeGreaterThan(20)
    expect(seen.length).toBeGreaterThan(500)
    expect(failures).toEqual([])
    expect(seen.filter((read) => isStale(read, writes))).toEqual([])
    expect(first.output()).not.toMatch(/"level":(50|60)/)
  },
)

/** Whether a read that began later than readers may wait shows something older than what was acknowledged. */
const isStale = ({ began, claim, edit }: Seen, writes: readonly Write[]): boolean =>
  writes.some(
    (one) => one.claim === claim && one.edit > edit && one.acknowledged + staleness < began,
  )
