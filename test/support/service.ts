import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Role } from '../../collections/access/roles.ts'
import { createService, type Overrides, type Service } from '../../src/service.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { databaseForHandbill, freshDatabase } from './databases.ts'
import { forgetInstance } from './instances.ts'
import { passwordOf } from './quick-passwords.ts'

export type Answer = {
  status: number
  headers: Headers
  /** The body as JSON; undefined when it is not JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a body
  body: any
  text: string
}

export type Client = {
  get(path: string, init?: RequestInit): Promise<Answer>
  post(path: string, data?: unknown, init?: RequestInit): Promise<Answer>
  patch(path: string, data?: unknown, init?: RequestInit): Promise<Answer>
  delete(path: string, init?: RequestInit): Promise<Answer>
  graphql(query: string, variables?: object): Promise<Answer>
}

export type TestService = {
  url: string
  settings: Settings
  payload: Service['payload']
  ask: Service['ask']
  delivery: Service['delivery']
  /** A client without credentials, as any reader. */
  reader: Client
  /** A client signed in as an editor of that role; the account is made on first use. */
  as(role: Role): Promise<Client>
  /** A client with the headers given. */
  with(headers: Record<string, string>): Client
  stop(): Promise<void>
}

/** A whole service on a new database of the current project's kind, on a free port. */
export async function startService(
  env: Record<string, string> = {},
  overrides: Overrides = {},
): Promise<TestService> {
  const database = await (overrides.config ? freshDatabase() : databaseForHandbill())
  const folder = await mkdtemp(join(tmpdir(), 'handbill-data-'))
  const settings = settingsOf(database.url, folder, env)
  const service = await serve(settings, overrides)
  return {
    ...service,
    async stop() {
      await service.stop()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A whole service on a database that the test has made for it. */
export async function startServiceOn(url: string): Promise<TestService> {
  const folder = await mkdtemp(join(tmpdir(), 'handbill-data-'))
  const service = await serve(settingsOf(url, folder, {}), {})
  return {
    ...service,
    async stop() {
      await service.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Another server on the database of a service, as in a cluster; stopped before that one. */
export async function startBeside(
  { settings: { database, dataDir } }: TestService,
  env: Record<string, string> = {},
  overrides: Overrides = {},
): Promise<TestService> {
  const url = database.kind === 'sqlite' ? `file:${database.file}` : database.url
  return serve(settingsOf(url, dataDir, env), overrides)
}

function settingsOf(url: string, dataDir: string, env: Record<string, string>): Settings {
  const settings = readSettings({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: url,
    PAYLOAD_SECRET: 'a secret for the tests',
    // All requests come from one address, in some tests thousands.
    HANDBILL_REQUESTS_PER_MINUTE: '0',
    HANDBILL_LOGINS_PER_MINUTE: '0',
    // Tests of the rules of review switch them on.
    HANDBILL_EVIDENCE_REQUIRED: 'false',
    HANDBILL_OWN_APPROVAL: 'true',
    ...env,
  })
  return { ...settings, dataDir }
}

async function serve(settings: Settings, overrides: Overrides): Promise<TestService> {
  const logger = pino({ level: process.env.TEST_LOG ?? 'silent' })
  // A machine that runs tests beside it may take its time.
  const work = { answer: 30_000, silence: 30_000, ...overrides.work }
  const service = await createService(settings, { logger, ...overrides, work })
  const url = await service.listen()
  const tokens = new Map<Role, Promise<string>>()

  return {
    url,
    settings,
    payload: service.payload,
    ask: service.ask,
    delivery: service.delivery,
    reader: clientOf(url),
    with: (headers) => clientOf(url, headers),
    async as(role) {
      if (!tokens.has(role)) tokens.set(role, signIn(service, url, role))
      return clientOf(url, { Authorization: `JWT ${await tokens.get(role)}` })
    },
    async stop() {
      await service.close()
      forgetInstance(service.payload)
    },
  }
}

async function signIn({ payload }: Service, url: string, role: Role): Promise<string> {
  const credentials = { email: `${role}@example.org`, password: passwordOf(role) }
  await payload.create({ collection: 'users', data: { ...credentials, name: role, role } })
  const { body } = await clientOf(url).post('/api/users/login', credentials)
  return body.token
}

function clientOf(url: string, headers: Record<string, string> = {}): Client {
  const send = async (method: string, path: string, data?: unknown, init: RequestInit = {}) => {
    const isForm = data instanceof FormData || typeof data === 'string'
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      ...(data === undefined ? {} : { body: isForm ? data : JSON.stringify(data) }),
      ...init,
      headers: {
        ...headers,
        ...(data !== undefined && !isForm ? { 'Content-Type': 'application/json' } : {}),
        ...(init.headers as Record<string, string> | undefined),
      },
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: asJson(text), text }
  }
  return {
    get: (path, init) => send('GET', path, undefined, init),
    post: (path, data, init) => send('POST', path, data, init),
    patch: (path, data, init) => send('PATCH', path, data, init),
    delete: (path, init) => send('DELETE', path, undefined, init),
    graphql: (query, variables) => send('POST', '/api/graphql', { query, variables }),
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
