import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { freePort } from '../support/free-port.ts'
import type { TestService } from '../support/service.ts'
import { soon, startWebhooks } from '../support/webhooks.ts'

let service: TestService
beforeAll(async () => {
  service = await startWebhooks()
})
afterAll(() => service.stop())

/** The guide's receiver as a process. */
async function startReceiver(port: number, secret: string) {
  const env = { ...process.env, PORT: String(port), WEBHOOK_SECRET: secret }
  const receiver = spawn(process.execPath, ['docs/guide/receiver.mjs'], { env })
  const printed = { out: '', err: '' }
  receiver.stdout.on('data', (chunk) => {
    printed.out += chunk
  })
  receiver.stderr.on('data', (chunk) => {
    printed.err += chunk
  })
  onTestFinished(async () => {
    receiver.kill()
    await once(receiver, 'exit')
  })
  await vi.waitFor(() => fetch(`http://localhost:${port}`, { method: 'POST' }), soon)
  return printed
}

test('the receiver of the guide takes what we send, once, and nothing else', async () => {
  const admin = await service.as('admin')
  const port = await freePort()
  const url = `http://localhost:${port}/`
  const partner = await admin.post('/api/partners', { name: 'P', contact: 'a@example.org' })
  const made = await admin.post('/api/webhooks', { partner: partner.body.doc.id, url })
  const { id, secret } = made.body.doc
  const printed = await startReceiver(port, secret)
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401)

  await admin.post(`/api/webhooks/${id}/ping`)
  await vi.waitFor(() => expect(printed.out).toBe('ping \n'), soon)
  await admin.post('/api/claims', { statement: 'It rains', _status: 'published' })
  await vi.waitFor(() => expect(printed.out).toContain('claims.published it-rains\n'), soon)

  const list = `/api/webhook-deliveries?where[webhook][equals]=${id}&sort=-sequence&limit=1&depth=0`
  const delivered = async () => (await admin.get(list)).body.docs[0]
  await vi.waitFor(async () => expect((await delivered()).state).toBe('delivered'), soon)
  const { id: delivery, lastAttemptAt } = await delivered()
  await admin.post(`/api/webhook-deliveries/${delivery}/replay`)
  await vi.waitFor(async () => {
    const again = await delivered()
    expect(again.state).toBe('delivered')
    expect(again.lastAttemptAt > lastAttemptAt).toBe(true)
  }, soon)
  expect(printed.out).toBe('ping \nclaims.published it-rains\n')
})
