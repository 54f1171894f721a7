import { createServer } from 'node:net'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { startMailServer } from '../support/mail-server.ts'
import { startService, type TestService } from '../support/service.ts'

const soon = { timeout: 20_000, interval: 50 }
const publicUrl = 'https://handbill.test'
const person = { email: 'ana@example.org', name: 'Ana <b>', role: 'editor' }

type Line = Record<string, unknown> & { level: number; msg: string }

/** A service that sends to a port of this machine, and its log. */
async function start(port: number | undefined, pauses: number[] = [], url = 'smtp://localhost') {
  const log: Line[] = []
  const logger = pino(
    { level: 'warn' },
    { write: (line: string) => void log.push(JSON.parse(line)) },
  )
  const env = {
    PUBLIC_URL: publicUrl,
    ...(port
      ? { HANDBILL_SMTP_URL: `${url}:${port}`, HANDBILL_MAIL_FROM: 'The desk <desk@example.org>' }
      : {}),
  }
  const service = await startService(env, { logger, mail: { pauses } })
  let isStopped = false
  const stop = async () => {
    if (!isStopped) await service.stop()
    isStopped = true
  }
  onTestFinished(stop)
  return { service, log, stop }
}

const askForReset = ({ reader }: TestService, email: string) =>
  reader.post('/api/users/forgot-password', { email })

const tokenIn = (text = ''): string =>
  new RegExp(`${publicUrl}/admin/reset/([0-9a-f]{40})`).exec(text)?.[1] ?? ''

test('an invited person chooses a password, in the language of their mail, and is in', async () => {
  const server = await startMailServer()
  const { service } = await start(server.port)
  const admin = await service.as('admin')
  const invite = { ...person, language: 'es' }
  expect((await admin.post('/api/users/invite', invite)).status).toBe(201)
  await vi.waitFor(() => expect(server.messages).toHaveLength(1), soon)
  const [message] = server.messages
  expect(message).toMatchObject({
    from: { address: 'desk@example.org', name: 'The desk' },
    subject: 'admin le invita a Handbill',
    to: [{ address: person.email }],
  })
  expect(message?.text).toContain('Hola, Ana <b>:')
  expect(message?.html).toContain('Hola, Ana &lt;b&gt;:')

  const reset = { token: tokenIn(message?.text), password: 'a password of my own' }
  expect(tokenIn(message?.html)).toBe(reset.token)
  expect((await service.reader.post('/api/users/reset-password', reset)).status).toBe(200)
  const credentials = { email: person.email, password: reset.password }
  const { body } = await service.reader.post('/api/users/login', credentials)
  expect(body.user).toMatchObject({ name: person.name, role: 'editor', language: 'es' })
  expect((await service.reader.post('/api/users/reset-password', reset)).status).toBe(403)
})

test('an invitation is good for seven days, can be sent again, and is an admin’s to send', async () => {
  const server = await startMailServer()
  const { service } = await start(server.port)
  const admin = await service.as('admin')
  const { body } = await admin.post('/api/users/invite', person)
  const stored = await service.payload.db.findOne<{ id: string; resetPasswordExpiration: string }>({
    collection: 'users',
    where: { email: { equals: person.email } },
  })
  const left = Date.parse(String(stored?.resetPasswordExpiration)) - Date.now()
  expect(Math.round(left / 3_600_000)).toBe(7 * 24)

  const path = `/api/users/${body.doc.id}/invite`
  expect((await admin.post(path, {})).status).toBe(200)
  await vi.waitFor(() => expect(server.messages).toHaveLength(2), soon)
  const [first, second] = server.messages.map(({ text }) => tokenIn(text))
  expect(first).not.toBe(second)

  expect((await admin.post('/api/users/invite', person)).status).toBe(400)
  expect((await admin.post('/api/users/invite', { name: 'x' })).status).toBe(400)
  const wrong = { ...person, email: 'b@example.org', role: 'king' }
  expect((await admin.post('/api/users/invite', wrong)).status).toBe(400)
  expect((await admin.post('/api/users/000000000000000000000000/invite', {})).status).toBe(404)
  for (const client of [service.reader, await service.as('reviewer')]) {
    const other = { ...person, email: 'other@example.org', role: 'admin' }
    expect((await client.post('/api/users/invite', other)).status).toBe(403)
    expect((await client.post(path, {})).status).toBe(403)
  }
  const others = await admin.get('/api/users?where[email][equals]=other@example.org')
  expect(others.body.totalDocs).toBe(0)
  expect(server.messages).toHaveLength(2)
})

test('a link for a new password comes in the person’s language, and never leads elsewhere', async () => {
  const server = await startMailServer()
  const { service } = await start(server.port)
  const password = 'the old password'
  for (const language of ['en', 'es'] as const) {
    const data = { ...person, email: `${language}@example.org`, language, password }
    await service.payload.create({ collection: 'users', data: data as never })
    const asked = await service.reader.post(
      '/api/users/forgot-password',
      { email: data.email },
      { headers: { 'X-Forwarded-Host': 'evil.example', Origin: 'https://evil.example' } },
    )
    expect(asked.status).toBe(200)
  }
  await vi.waitFor(() => expect(server.messages).toHaveLength(2), soon)
  const bySubject = Object.fromEntries(server.messages.map((one) => [one.subject, one]))
  const english = bySubject['Set a new password']
  const spanish = bySubject['Elija una contraseña nueva']
  expect(english?.to?.[0]?.address).toBe('en@example.org')
  expect(spanish?.to?.[0]?.address).toBe('es@example.org')
  for (const message of [english, spanish]) {
    expect(tokenIn(message?.html)).not.toBe('')
    expect(message?.html).not.toContain('evil')
  }
})

test('without a mail server the whole message is in the log', async () => {
  const { service, log } = await start(undefined)
  const admin = await service.as('admin')
  expect((await admin.post('/api/users/invite', person)).status).toBe(201)
  const line = log.find(({ to }) => to === person.email)
  expect(line?.subject).toBe('admin invites you to Handbill')
  expect(tokenIn(String(line?.text))).not.toBe('')
})

test('while the mail server is down requests go through, the message is logged, and sent when it is back', async () => {
  const port = await freePort()
  const { service, log } = await start(port, [200, 200, 200, 400, 800, 1600, 3200])
  await service.as('admin')
  expect((await askForReset(service, 'admin@example.org')).status).toBe(200)
  await vi.waitFor(() => expect(log.some(({ to }) => to === 'admin@example.org')).toBe(true), soon)
  expect(tokenIn(String(log.find(({ html }) => html)?.html))).not.toBe('')
  const server = await startMailServer({}, port)
  await vi.waitFor(() => expect(server.messages).toHaveLength(1), soon)
  expect(tokenIn(server.messages[0]?.html)).toBe(
    tokenIn(String(log.find(({ html }) => html)?.html)),
  )
})

test('a mail server that hangs holds up neither requests nor other writes', async () => {
  const silent = createServer(() => {})
  const port = await freePort()
  silent.listen(port)
  onTestFinished(() => void silent.close())
  const { service, log, stop } = await start(port)
  const admin = await service.as('admin')
  // Its greeting is waited for for ten seconds, of which none of these takes any.
  for (let n = 0; n < 5; n++) {
    expect((await askForReset(service, 'admin@example.org')).status).toBe(200)
    expect((await admin.post('/api/claims', { statement: `Claim ${n}` })).status).toBe(201)
  }
  expect(log.filter(({ to }) => to)).toEqual([])
  // A server that closes does not drop them without a word.
  await stop()
  expect(log.filter(({ html }) => html)).toHaveLength(5)
})

test('one that refuses is told of, with the message, when it is given up', async () => {
  const server = await startMailServer({
    onRcptTo: (_address, _session, done) => done(new Error('No such person')),
  })
  const { service, log } = await start(server.port, [50])
  await service.as('admin')
  await askForReset(service, 'admin@example.org')
  await vi.waitFor(() => expect(log.filter(({ html }) => html)).toHaveLength(2), soon)
  expect(log.at(-1)?.msg).toMatch(/given up/)
  expect(server.messages).toEqual([])
})

test('a password is not said to a server that cannot be talked to in private', async () => {
  let isAsked = false
  const server = await startMailServer({
    onAuth(_auth, _session, done) {
      isAsked = true
      done(null, { user: 'x' })
    },
  })
  // A name of this machine that is not taken for it.
  const { service, log } = await start(server.port, [], 'smtp://user:secret@127.0.0.2')
  await service.as('admin')
  await askForReset(service, 'admin@example.org')
  await vi.waitFor(() => expect(log.some(({ html }) => html)).toBe(true), soon)
  expect(isAsked).toBe(false)
})
