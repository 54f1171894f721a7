import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startMailServer } from '../support/mail-server.ts'
import { make, move, strictReview } from '../support/review.ts'
import { startService } from '../support/service.ts'

const soon = { timeout: 20_000, interval: 50 }
const publicUrl = 'https://handbill.test'

type Line = Record<string, unknown> & { msg: string }

/** A desk with somebody of each role, whose mail goes to a real server or into the log. */
async function startDesk(port: number | undefined, quiet = 300) {
  const log: Line[] = []
  const logger = pino(
    { level: 'warn' },
    { write: (line: string) => void log.push(JSON.parse(line)) },
  )
  const env = {
    ...strictReview,
    PUBLIC_URL: publicUrl,
    ...(port
      ? { HANDBILL_SMTP_URL: `smtp://localhost:${port}`, HANDBILL_MAIL_FROM: 'desk@example.org' }
      : {}),
  }
  const service = await startService(env, { logger, mail: { pauses: [], quiet } })
  let isStopped = false
  const stop = async () => {
    if (!isStopped) await service.stop()
    isStopped = true
  }
  onTestFinished(stop)
  const [editor, reviewer, admin] = [
    await service.as('editor'),
    await service.as('reviewer'),
    await service.as('admin'),
  ]
  await service.as('translator')
  return { service, log, stop, editor, reviewer, admin }
}

const toOf = (messages: { to?: unknown }[]) =>
  messages.map(({ to }) => (to as { address: string }[])[0]?.address).sort()

test('reviewers and admins are asked, the author is answered, each in their language and once', async () => {
  const server = await startMailServer()
  const { service, editor, reviewer } = await startDesk(server.port)
  await service.payload.update({
    collection: 'users',
    data: { language: 'es' },
    where: { email: { equals: 'admin@example.org' } },
  })
  const id = await make(editor, 'demands', { title: 'Cap the\nrents <now>' })
  const path = `demands/${id}`
  expect((await move(editor, path, 'in-review', { comment: 'Is the\ntitle right?' })).status).toBe(
    200,
  )
  await vi.waitFor(() => expect(server.messages).toHaveLength(2), soon)
  expect(toOf(server.messages)).toEqual(['admin@example.org', 'reviewer@example.org'])
  const english = server.messages.find(
    ({ subject }) => subject === 'For review: Cap the rents <now>',
  )
  expect(english?.text).toContain('editor asks for a review of “Cap the rents <now>”.')
  expect(english?.text).toContain('Is the\ntitle right?')
  expect(english?.text).toContain(`${publicUrl}/admin/collections/demands/${id}`)
  expect(english?.html).toContain('“Cap the rents &lt;now&gt;”')
  expect(english?.html).toContain('Is the<br>title right?')
  const spanish = server.messages.find(
    ({ subject }) => subject === 'Para revisar: Cap the rents <now>',
  )
  expect(spanish?.to?.[0]?.address).toBe('admin@example.org')

  expect((await move(reviewer, path, 'draft', { comment: 'Say since when.' })).status).toBe(200)
  await vi.waitFor(() => expect(server.messages).toHaveLength(3), soon)
  expect(server.messages[2]).toMatchObject({
    subject: 'To be changed: Cap the rents <now>',
    text: expect.stringContaining('Say since when.'),
    to: [{ address: 'editor@example.org' }],
  })
  // What is taken back before anybody was told is not told, and approving one's own work is no news to oneself.
  await move(editor, path, 'in-review')
  await move(editor, path, 'draft')
  expect((await move(reviewer, path, 'approved')).status).toBe(200)
  await vi.waitFor(() => expect(server.messages).toHaveLength(4), soon)
  expect(server.messages[3]?.subject).toBe('Approved: Cap the rents <now>')
  expect(toOf(server.messages.slice(3))).toEqual(['editor@example.org'])
})

test('many at once are one message to each who wants it', async () => {
  const server = await startMailServer()
  const { editor, reviewer, admin } = await startDesk(server.port, 1500)
  const off = await admin.get('/api/users?where[email][equals]=admin@example.org')
  const switched = await admin.patch(`/api/users/${off.body.docs[0].id}`, { reviewMail: false })
  expect(switched.status, switched.text).toBe(200)
  const ids: string[] = []
  for (let n = 1; n <= 35; n++) ids.push(await make(editor, 'demands', { title: `Demand ${n}` }))
  for (const id of ids) expect((await move(editor, `demands/${id}`, 'in-review')).status).toBe(200)
  await vi.waitFor(() => expect(server.messages).toHaveLength(1), soon)
  const [asked] = server.messages
  expect(asked).toMatchObject({
    subject: 'Reviews: 35 documents',
    to: [{ address: 'reviewer@example.org' }],
  })
  expect(asked?.text?.match(/asks for a review/g)).toHaveLength(30)
  expect(asked?.text).toContain('And 5 more.')

  // Publishing what is in review approves it, of all in one request.
  const published = await reviewer.patch('/api/demands?draft=true&where[title][like]=Demand', {
    _status: 'published',
  })
  expect(published.body.errors).toEqual([])
  await vi.waitFor(() => expect(server.messages).toHaveLength(2), soon)
  expect(server.messages[1]).toMatchObject({
    subject: 'Reviews: 35 documents',
    to: [{ address: 'editor@example.org' }],
  })
})

test('what is refused is told to nobody, and a server that closes tells what it knows', async () => {
  const { stop, editor, reviewer, log } = await startDesk(undefined, 60_000)
  const id = await make(editor, 'claims', { statement: 'Rents rose' })
  expect((await move(editor, `claims/${id}`, 'approved')).status).toBe(403)
  await move(editor, `claims/${id}`, 'in-review')
  // Without evidence it is not published, though it is in review.
  expect((await reviewer.patch(`/api/claims/${id}`, { _status: 'published' })).status).toBe(400)
  await stop()
  const told = log.filter(({ to }) => to).map(({ subject, to }) => [to, subject])
  expect(told.sort()).toEqual([
    ['admin@example.org', 'For review: Rents rose'],
    ['reviewer@example.org', 'For review: Rents rose'],
  ])
})
