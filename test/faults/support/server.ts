import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../support/free-port.ts'
import { memoryOf } from '../../support/memory-of.ts'
import { type Program, runProgram } from '../../support/program.ts'
import type { Given } from '../fault.ts'

const account = { email: 'ana@example.org', password: 'a long password' }

export type Answer = { status: number; text: string; headers: Headers }

/** A server as an operator starts it, and again after it has died. */
export class Server {
  readonly url: string
  program: Program | undefined
  token = ''

  constructor(
    private readonly databaseUrl: string,
    private readonly port: number,
    private readonly env: Record<string, string>,
  ) {
    this.url = `http://127.0.0.1:${port}`
  }

  /** @returns milliseconds until it said that requests should be sent to it */
  async start(): Promise<number> {
    const began = performance.now()
    const program = runProgram(process.cwd(), 'src/start.mjs', {
      PORT: String(this.port),
      DATABASE_URL: this.databaseUrl,
      PAYLOAD_SECRET: 'a secret for the tests',
      ADMIN_EMAIL: account.email,
      ADMIN_PASSWORD: account.password,
      HANDBILL_EVIDENCE_REQUIRED: 'false',
      HANDBILL_REQUESTS_PER_MINUTE: '0',
      NODE_ENV: 'production',
      ...this.env,
    })
    this.program = program
    let hasEnded = false
    void program.ended.then(() => {
      hasEnded = true
    })
    while (!(await this.isReady())) {
      if (hasEnded) throw new Error(`The server ended before it was ready:\n${program.output()}`)
      await sleep(20)
    }
    return performance.now() - began
  }

  async isReady(): Promise<boolean> {
    return this.ask('/health/ready').then(
      ({ status }) => status === 200,
      () => false,
    )
  }

  async signIn(as = account): Promise<void> {
    const { text } = await this.ask('/api/users/login', 'POST', as)
    this.token = JSON.parse(text).token
  }

  async kill(): Promise<void> {
    this.program?.send('SIGKILL')
    await this.program?.ended
  }

  /** The memory that the process holds, in MB; undefined where there is no /proc. */
  memory(): number | undefined {
    return memoryOf(this.program?.pid, 'VmRSS')
  }

  /** @throws when the connection breaks, or nothing has come after `patience` milliseconds */
  async ask(path: string, method = 'GET', data?: object, patience = 60_000): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: data ? { 'Content-Type': 'application/json' } : {},
      ...(data ? { body: JSON.stringify(data) } : {}),
      signal: AbortSignal.timeout(patience),
    })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }

  /** The same as the admin. */
  async askAsAdmin(path: string, method = 'GET', data?: object, patience = 60_000) {
    const response = await fetch(this.url + path, {
      method,
      headers: { Authorization: `JWT ${this.token}`, 'Content-Type': 'application/json' },
      ...(data ? { body: JSON.stringify(data) } : {}),
      signal: AbortSignal.timeout(patience),
    })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }

  /**
   * Makes a document as the admin.
   *
   * @returns its id
   * @throws what was answered when it was not made
   */
  async make(path: string, data: object): Promise<string> {
    const { status, text } = await this.askAsAdmin(path, 'POST', data)
    if (status !== 201) throw new Error(`POST ${path} was answered ${status}: ${text}`)
    return JSON.parse(text).doc.id
  }

  /** Makes a draft of a campaign. */
  draftCampaign(title: string): Promise<string> {
    return this.make('/api/campaigns?draft=true', { title })
  }

  /** @param at milliseconds since 1970 */
  async publishCampaignAt(id: string, at: number): Promise<void> {
    const body = { what: 'publish', at: new Date(at).toISOString() }
    const { status, text } = await this.askAsAdmin(`/api/campaigns/${id}/publish`, 'POST', body)
    if (status !== 201) throw new Error(`Nothing could be scheduled: ${status} ${text}`)
  }
}

/** A server that is ready, with its admin signed in; it is killed when the case is over. */
export async function startServer(
  { databaseUrl, after }: Given,
  env: Record<string, string> = {},
): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), 'handbill-faults-'))
  after(() => rm(data, { recursive: true, force: true }))
  const server = new Server(databaseUrl, await freePort(), env)
  after(() => server.kill())
  await server.start()
  await server.signIn()
  return server
}
