import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../support/free-port.ts'
import { type Program, runProgram } from '../support/program.ts'

const account = { email: 'ana@example.org', password: 'a long password' }

export type StartOptions = { port?: number; env?: Record<string, string> }

type Asked = { status: number; body: Record<string, unknown> }

/** A server in a process of its own. */
export type FaultServer = {
  url: string
  port: number
  program: Program
  /** Milliseconds from its start until it was ready. */
  readyAfter: number
  /** Asks as JSON; a status of 0 is no answer. */
  ask(path: string, method?: string, data?: object, token?: string): Promise<Asked>
  logIn(): Promise<string>
}

/** Starts it as `npm start` does, and waits until it is ready. */
export async function startServer(
  databaseUrl: string,
  { port: given, env }: StartOptions = {},
): Promise<FaultServer> {
  const port = given ?? (await freePort())
  const url = `http://localhost:${port}`
  const began = Date.now()
  const program = runProgram(process.cwd(), 'src/start.mjs', {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: 'a secret for the tests',
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
    HANDBILL_EVIDENCE_REQUIRED: 'false',
    HANDBILL_REQUESTS_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
    ...env,
  })
  await program.printed(/Handbill answers at/)
  const ask: FaultServer['ask'] = (path, method = 'GET', data, token) =>
    askAt(url + path, method, data, token)
  while ((await ask('/health/ready')).status !== 200) await sleep(50)
  return {
    ...{ url, port, program, ask },
    readyAfter: Date.now() - began,
    async logIn() {
      const { body } = await ask('/api/users/login', 'POST', account)
      return String(body.token)
    },
  }
}

async function askAt(url: string, method: string, data?: object, token?: string): Promise<Asked> {
  try {
    const answer = await fetch(url, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { Authorization: `JWT ${token}` } : {}),
      },
      ...(data ? { body: JSON.stringify(data) } : {}),
    })
    return { status: answer.status, body: (await answer.json()) as Asked['body'] }
  } catch {
    return { status: 0, body: {} }
  }
}
