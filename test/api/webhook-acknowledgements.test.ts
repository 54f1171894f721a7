import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Client, TestService } from '../support/service.ts'
import { type Listening, listen, soon, startWebhooks } from '../support/webhooks.ts'

let service: TestService
let admin: Client
beforeAll(async () => {
  service = await startWebhooks()
  admin = await service.as('admin')
})
afterAll(() => service.stop())

const claim = {
  statement: 'Rents rose by a tenth',
  _status: 'published',
  figures: [{ label: 'Rise', value: 10, unit: '%' }],
  verification: { status: 'unverified' },
}

/** Publishes a claim, does the edits one after the other, and gives what the partner was told. */
async function told({ receiver }: Listening, ...edits: object[]) {
  const { body } = await admin.post('/api/claims', claim)
  for (const data of edits) {
    const { status } = await admin.patch(`/api/claims/${body.doc.id}`, {
      _status: 'published',
      ...data,
    })
    expect(status).toBe(200)
  }
  const events = () =>
    receiver.received.map(({ event }) => event).filter(({ data }) => data.id === body.doc.id)
  await vi.waitFor(() => expect(events()).toHaveLength(edits.length + 1), soon)
  return events()
}

test('a retraction and a correction ask to be acknowledged, and other edits do not', async () => {
  const events = await told(
    await listen(service),
    { statement: 'Rents rose by a tenth in a year' },
    { verification: { status: 'verified' } },
    { figures: [{ label: 'Rise', value: 12, unit: '%' }] },
    { verification: { status: 'disputed' } },
    { verification: { status: 'retracted', note: 'Wrong.' } },
    { verification: { status: 'retracted', note: 'The source was wrong.' } },
  )
  const asked = events.map(({ data }) => [data.kind, data.isCorrection, 'acknowledge' in data])
  expect(asked).toEqual([
    ['published', false, false],
    ['updated', false, false],
    ['updated', false, false],
    ['updated', true, true],
    ['updated', true, true],
    ['retracted', true, true],
    ['updated', false, false],
  ])
})

test('whoever has the token acknowledges once, without a key, and the admin sees who has not', async () => {
  const [quick, slow] = [await listen(service), await listen(service)]
  const [, retracted] = await told(quick, { verification: { status: 'retracted', note: 'Wrong.' } })
  const missing = async () => {
    const asked = 'where[acknowledgement][equals]=asked&where[type][equals]=claims.retracted'
    const id = encodeURIComponent(`claims/${retracted?.data.id}`)
    const list = `/api/webhook-deliveries?${asked}&where[document][equals]=${id}&depth=1`
    const { body } = await admin.get(list)
    return body.docs.map(({ partner }: { partner: { id: string } }) => partner.id).toSorted()
  }
  expect(await missing()).toEqual([quick.partner, slow.partner].toSorted())

  const { url, token } = retracted?.data.acknowledge ?? { url: '', token: '' }
  expect(url).toBe(`${service.settings.publicUrl}/api/webhooks/acknowledge`)
  const acknowledge = (data: unknown) => service.reader.post('/api/webhooks/acknowledge', data)
  const first = await acknowledge({ token, by: 'Ada of the desk' })
  expect(first.status).toBe(200)
  expect(first.body).toEqual({
    acknowledgedAt: expect.any(String),
    acknowledgedBy: 'Ada of the desk',
  })
  const again = await acknowledge({ token, by: 'Somebody else' })
  expect([again.status, again.body]).toEqual([200, first.body])
  expect(await missing()).toEqual([slow.partner])
  const [, delivery] = await quick.deliveries()
  expect(delivery).toMatchObject({ acknowledgement: 'given', ...first.body })
})

test('a token that was made up, or a name that is none, is refused', async () => {
  const listening = await listen(service)
  const [published, retracted] = await told(listening, {
    verification: { status: 'retracted', note: 'Wrong.' },
  })
  const { token = '' } = retracted?.data.acknowledge ?? {}
  const [first] = await listening.deliveries()
  expect(published?.data.acknowledge).toBeUndefined()
  const signature = token.split('.')[1]
  const madeUp = [
    ...[undefined, null, '', 1, {}, [token], `${token}x`, token.slice(0, -1), token.toUpperCase()],
    ...[`${first?.id}.${signature}`, `.${signature}`, '000000000000000000000000.x', `${token}.`],
  ]
  for (const one of madeUp) {
    const { status, body } = await service.reader.post('/api/webhooks/acknowledge', { token: one })
    expect.soft(status, String(one)).toBe(400)
    expect.soft(body.errors[0].message).toContain('token: accepted: the token of an event')
  }
  for (const by of [1, {}, 'x'.repeat(201), null]) {
    const { status, body } = await service.reader.post('/api/webhooks/acknowledge', { token, by })
    expect.soft(status).toBe(400)
    expect.soft(body.errors[0].message).toContain('by: accepted: a name')
  }
  for (const body of ['', '[]', 'null', '{', '"text"', '1']) {
    const headers = { 'Content-Type': 'application/json' }
    const { status } = await service.reader.post('/api/webhooks/acknowledge', body, { headers })
    expect.soft(status, body).toBe(400)
  }
  const acknowledged = await listening.deliveries('&where[acknowledgement][equals]=given')
  expect(acknowledged).toEqual([])
})
