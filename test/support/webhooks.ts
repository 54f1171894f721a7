import { onTestFinished } from 'vitest'
import type { Overrides } from '../../src/service.ts'
import type { Timings } from '../../src/webhooks/parts.ts'
import { type Answer, type Receiver, startReceiver } from './receiver.ts'
import { type Client, startService, type TestService } from './service.ts'

/** Pauses for tests, which have no time. */
export const quick: Partial<Timings> = {
  pauses: Array(500).fill(10),
  jitter: 0,
  poll: 50,
  sweep: 200,
}

export const soon = { timeout: 25_000, interval: 20 }

/** A service whose webhooks may reach receivers on this machine. */
export const startWebhooks = (
  timings: Partial<Timings> = {},
  overrides: Overrides = {},
): Promise<TestService> =>
  startService(
    { HANDBILL_ALLOWED_HOSTS: 'localhost' },
    { ...overrides, webhooks: { timings: { ...quick, ...timings }, ...overrides.webhooks } },
  )

export type Listening = {
  admin: Client
  receiver: Receiver
  partner: string
  webhook: string
  /** The webhook as an admin sees it. */
  state(): Promise<Record<string, unknown>>
  /** The deliveries of the webhook, in the order of what happened. */
  deliveries(where?: string): Promise<Record<string, unknown>[]>
  /** Has the service do something with the webhook. */
  ask(action: string, data?: object): ReturnType<Client['post']>
}

/** A partner's receiver that has a webhook, for as long as the test runs. */
export async function listen(
  service: TestService,
  data: object = {},
  answer?: Answer,
): Promise<Listening> {
  const admin = await service.as('admin')
  const receiver = await startReceiver(answer)
  const partner = await made(admin, '/api/partners', {
    name: 'A partner',
    contact: 'a@example.org',
  })
  const webhook = await made(admin, '/api/webhooks', {
    partner: partner.id,
    url: receiver.url,
    ...data,
  })
  receiver.trust(webhook.secret as string)
  const path = `/api/webhooks/${webhook.id}`
  onTestFinished(async () => {
    await admin.delete(`/api/partners/${partner.id}`)
    await receiver.stop()
  })
  return {
    ...{ admin, receiver, partner: partner.id as string, webhook: webhook.id as string },
    state: async () => (await admin.get(path)).body,
    async deliveries(where = '') {
      const list = `/api/webhook-deliveries?where[webhook][equals]=${webhook.id}&sort=sequence&limit=0`
      return (await admin.get(`${list}&depth=0${where}`)).body.docs
    },
    ask: (action, asked = {}) => admin.post(`${path}/${action}`, asked),
  }
}

async function made(admin: Client, path: string, data: object): Promise<Record<string, unknown>> {
  const { status, body, text } = await admin.post(path, data)
  if (status !== 201) throw new Error(`${path}: ${text}`)
  return body.doc
}
