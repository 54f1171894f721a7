import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeKey } from '../../src/partners/key.ts'
import { freePort } from '../support/free-port.ts'
import { startMailServer } from '../support/mail-server.ts'
import { endPrograms, runProgram } from '../support/program.ts'
import { send } from '../support/raw-http.ts'

/** Its beginning is chance, for errors quote beginnings. */
const canary = (of: string) => `a${randomBytes(6).toString('hex')}${of}`
const telling = 9
/** A client that its proxy tells of: as an address it appears nowhere else. */
const address = '198.51.100.77'

/*
 * A real server which logs all that it can, and requests with something secret in every place. What it prints
 * about its start is not searched: there it tells whoever starts it where the first account is made.
 */
test('whatever is sent, and wherever, no line of the log has it', async () => {
  const account = { email: 'admin@example.org', password: canary('password') }
  const hidden = {
    secret: canary('secret'),
    metrics: canary('metrics'),
    mail: canary('mail'),
  }
  const { post, ask, output, stop } = await startServer(account, hidden)
  const login = await post('/api/users/login', account)
  expect(login.status).toBe(200)
  const token: string = login.body.token
  const session = { Authorization: `JWT ${token}` }
  const partner = await post('/api/partners', { name: 'P', contact: 'p@example.org' }, session)
  const { key } = (await post(`/api/partners/${partner.body.doc.id}/keys`, {}, session)).body
  const invited = `${canary('person')}@example.org`
  const person = { email: invited, name: 'Ana', role: 'editor' }
  expect((await post('/api/users/invite', person, session)).status).toBe(201)
  await post('/api/users/forgot-password', { email: invited })
  const hook = await post(
    '/api/webhooks',
    { partner: partner.body.doc.id, url: `https://hooks.example.org/${canary('hook')}` },
    session,
  )

  const given = canary('given')
  const wrongKey = makeKey().key
  const headers = {
    Authorization: `Bearer ${given}`,
    Cookie: `payload-token=${given}; other=${given}`,
    'X-Forwarded-For': address,
    'X-Request-Id': `hb_${given}`,
    'User-Agent': given,
    Referer: `https://${given}.example/`,
    Origin: `https://${given}.example`,
    Accept: given,
    'Accept-Language': given,
    'Accept-Datetime': given,
    'If-None-Match': given,
  }
  const paths = [
    '/api/claims',
    '/api/claims/slug/',
    '/api/users/',
    '/api/users/verify/',
    '/api/changes?since=',
    '/api/claims?locale=',
    '/api/claims?where[slug][equals]=',
    '/api/claims?where[',
    '/api/claims?where=',
    '/api/claims?select[',
    '/api/claims?sort=',
    '/api/claims?depth=',
    '/api/claims/',
    '/api/partners/',
    '/api/graphql?query=',
    '/api/graphql?query=query+{Claims{docs{',
    '/claims/',
    '/feeds/',
    '/preview/',
    '/oembed?url=',
    '/admin/create-first-user?token=',
    '/admin/reset/',
    '/embed.',
    '/',
    '/metrics?',
    '/health/ready?',
  ]
  for (const path of paths) {
    for (const more of [
      {},
      { Authorization: `Bearer ${wrongKey}` },
      { Authorization: `Bearer ${key}` },
      session,
    ]) {
      await ask(path + given, { headers: { ...headers, ...more } })
      await ask(path + given, { headers: { 'X-Forwarded-For': address, ...more } })
    }
  }
  const bodies = [`{"email":"${given}@example.org","password":"${given}"}`, `{"${given}`, given]
  const places = [
    '/api/users/login',
    '/api/users/forgot-password',
    '/api/users/reset-password',
    '/api/users/first-register',
    '/api/users/invite',
    '/api/claims',
    '/api/media',
    '/api/users',
    '/api/partners',
    '/api/webhooks',
    '/api/changes/audit',
    '/api/graphql',
  ]
  for (const path of places) {
    for (const body of bodies) {
      for (const type of [
        'application/json',
        'text/plain',
        `multipart/form-data; boundary=${given}`,
      ]) {
        for (const who of [{}, session]) {
          const method = 'POST'
          await ask(path, { method, body, headers: { 'Content-Type': type, ...who } })
        }
      }
    }
  }
  const mutation = `mutation { loginUser(email: "${given}@example.org", password: "${given}") { token } }`
  await post('/api/graphql', { query: mutation, variables: { given } })
  await post('/api/graphql', { query: `{ ${given} }`, variables: { given } }, session)
  // Twice the same name: the database refuses, and says what it was given.
  await post('/api/users', { ...person, password: given }, session)
  await post('/api/users', { ...person, password: given }, session)
  await ask('/metrics', { headers: { Authorization: `Bearer ${hidden.metrics}` } })
  await stop()

  const log = output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  expect(log.length).toBeGreaterThan(200)
  for (const line of log) JSON.parse(line)
  const words = {
    ...{ ...hidden, ...account, given, key, wrongKey, token, invited, address },
    webhook: hook.body.doc.secret as string,
  }
  const all = log.join('\n')
  // Their beginnings are no secret.
  const whole = { email: 1, key: 1, wrongKey: 1, token: 1, webhook: 1, address: 1 }
  for (const [what, word] of Object.entries(words)) {
    expect(word, what).toBeTruthy()
    const found = all.indexOf(what in whole ? word : word.slice(0, telling))
    expect(found === -1 ? '' : all.slice(Math.max(0, found - 300), found + 100), what).toBe('')
  }
  // Beside the log nothing has been printed about requests.
  expect(output()).not.toContain(given.slice(0, telling))
})

async function startServer(
  account: { email: string; password: string },
  hidden: { secret: string; metrics: string; mail: string },
) {
  const folder = await mkdtemp(join(tmpdir(), 'handbill-log-'))
  onTestFinished(async () => {
    await endPrograms()
    await rm(folder, { recursive: true, force: true })
  })
  const mail = await startMailServer()
  const program = runProgram(process.cwd(), 'src/start.mjs', {
    PORT: String(await freePort()),
    DATABASE_URL: `file:${join(folder, 'content.db')}`,
    PAYLOAD_SECRET: hidden.secret,
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
    HANDBILL_ALLOWED_HOSTS: 'hooks.example.org',
    HANDBILL_EVIDENCE_REQUIRED: 'false',
    HANDBILL_MAIL_FROM: `${hidden.mail}@example.org`,
    HANDBILL_METRICS_TOKEN: hidden.metrics,
    HANDBILL_REQUESTS_PER_MINUTE: '0',
    HANDBILL_SMTP_URL: `smtp://localhost:${mail.port}`,
    HANDBILL_TRUSTED_PROXIES: 'loopback',
    LOG_LEVEL: 'trace',
  })
  const [, url = ''] = await program.printed(/Handbill answers at (\S+)/)
  const ask = async (path: string, init: Parameters<typeof send>[1]) => {
    const { status, body } = await send(encodeURI(url + path), init)
    return { status, body: asJson(body.toString()) }
  }
  return {
    ask,
    output: program.output,
    post: (path: string, data: object, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(data),
        headers: { 'Content-Type': 'application/json', ...headers },
      }),
    async stop() {
      program.send('SIGTERM')
      await program.ended
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a body
function asJson(text: string): any {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
