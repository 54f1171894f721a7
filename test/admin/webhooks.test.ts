import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Receiver, startReceiver } from '../support/receiver.ts'
import { quick, soon } from '../support/webhooks.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

let editors: EditorsBrowser
let receiver: Receiver
let webhook: string
beforeAll(async () => {
  receiver = await startReceiver()
  editors = await startEditorsBrowser(
    { HANDBILL_ALLOWED_HOSTS: 'localhost' },
    { webhooks: { timings: quick } },
  )
  const admin = await editors.service.as('admin')
  const make = async (path: string, data: object) => (await admin.post(path, data)).body.doc
  const names = { name: 'The Daily Partner', contact: 'desk@example.org' }
  const partner = await make('/api/partners', names)
  const made = await make('/api/webhooks', { partner: partner.id, url: receiver.url })
  webhook = made.id
  receiver.trust(made.secret)
  const claim = await make('/api/claims', { statement: 'Rents rose', _status: 'published' })
  const data = { verification: { status: 'retracted', note: 'Wrong.' }, _status: 'published' }
  await admin.patch(`/api/claims/${claim.id}`, data)
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), soon)
})
afterAll(async () => {
  await editors?.stop()
  await receiver?.stop()
})
afterEach(() => expect(editors.takeProblems()).toEqual([]))

test('an admin sees who has not acknowledged a retraction, and has it sent again', async () => {
  const page = await editors.signIn('admin')
  await visit(page, '/admin/collections/webhook-deliveries')
  await page.getByText('1-2 of 2').waitFor()
  await page.getByRole('link', { name: 'Acknowledgement not given' }).click()
  await page.getByText('1-1 of 1').waitFor()
  const row = page.locator('tbody tr')
  for (const text of ['claims.retracted', 'The Daily Partner', 'Not given yet', 'Delivered']) {
    await row.getByText(text).waitFor()
  }
  await picture(page, 'acknowledgements')

  await row.getByRole('link', { name: 'claims.retracted' }).click()
  await page.getByRole('button', { name: 'Replay' }).click()
  await page.getByText('It is sent again.').waitFor()
  await vi.waitFor(() => expect(receiver.received).toHaveLength(3), soon)
  expect(receiver.received[2]).toMatchObject({ event: { type: 'claims.retracted' } })
  await picture(page, 'delivery', { fullPage: true })
})

test('an admin has a ping sent, makes a new secret, and replays what happened since a time', async () => {
  const page = await editors.signIn('admin')
  await visit(page, `/admin/collections/webhooks/${webhook}`)
  const before = receiver.received.length
  await page.getByRole('button', { name: 'Send a ping' }).click()
  await page.getByText('A ping is on its way.').waitFor()
  await vi.waitFor(() => expect(receiver.received.at(-1)?.event.type).toBe('ping'), soon)

  const secret = page.locator('#field-secret')
  const former = await secret.inputValue()
  await page.getByRole('button', { name: 'Make a new secret' }).click()
  await page.getByText('There is a new secret.').waitFor()
  await vi.waitFor(async () => expect(await secret.inputValue()).not.toBe(former), soon)
  receiver.trust(await secret.inputValue())

  await page.locator('.react-datepicker__input-container input').first().fill('01/01/2026 12:00 AM')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Replay' }).click()
  await page.getByText('2 to be sent again.').waitFor()
  await vi.waitFor(() => expect(receiver.received).toHaveLength(before + 3), soon)
  await picture(page, 'webhook', { fullPage: true })
})

test('an admin resumes a webhook that was switched off', async () => {
  const admin = await editors.service.as('admin')
  await admin.patch(`/api/webhooks/${webhook}`, { active: false })
  const page = await editors.signIn('admin')
  await visit(page, `/admin/collections/webhooks/${webhook}`)
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.getByText('Resumed; 0 to be sent.').waitFor()
  expect((await admin.get(`/api/webhooks/${webhook}`)).body.active).toBe(true)
  await page.getByRole('button', { name: 'Resume' }).waitFor({ state: 'detached' })
})
