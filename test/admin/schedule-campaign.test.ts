import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { barriers } from './support/barriers.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

let editors: EditorsBrowser
let campaign: string
let claim: string
beforeAll(async () => {
  editors = await startEditorsBrowser({}, { scheduling: { poll: 100 } })
  const admin = await editors.service.as('admin')
  const make = async (collection: string, data: object) =>
    (await admin.post(`/api/${collection}?draft=true`, data)).body.doc.id
  campaign = await make('campaigns', { title: 'Rents and homes' })
  claim = await make('claims', { statement: 'Rents rose by a tenth', campaign })
  await make('demands', { title: 'Cap the rents', campaign })
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

const statusOf = async (path: string) => (await editors.service.reader.get(`/api/${path}`)).status

test('a campaign is scheduled, cancelled, and published together once nothing hinders it', async () => {
  const admin = await editors.service.as('admin')
  await admin.patch(`/api/claims/${claim}?draft=true`, { statement: '' })
  const page = await editors.signIn('reviewer')
  await visit(page, `/admin/collections/campaigns/${campaign}`)
  const open = page.getByRole('button', { name: 'Publish the campaign…' })
  await open.click()
  await page.getByText('Hindered:').waitFor()
  expect(await page.getByRole('button', { name: 'Publish 3' }).isDisabled()).toBe(true)
  expect(await barriers(page, 'dialog[open] :has(> fieldset)')).toEqual([])
  await picture(page, 'publish-campaign')

  await page.getByLabel('When (your time)').fill('2099-01-31T12:00')
  await page.getByRole('button', { name: 'Schedule 3' }).click()
  await page.getByText('To be published Jan 31, 2099').waitFor()
  await picture(page, 'scheduled-campaign')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('To be published').waitFor({ state: 'detached' })

  await admin.patch(`/api/claims/${claim}?draft=true`, { statement: 'Rents rose by a tenth' })
  await open.click()
  await page.getByRole('button', { name: 'Publish 3' }).click()
  await page.getByText('3 published.').waitFor()
  expect(await statusOf(`campaigns/${campaign}`)).toBe(200)
  expect(await statusOf(`claims/${claim}`)).toBe(200)
})

test("one document is published by Payload's own schedule, made in the admin", async () => {
  const admin = await editors.service.as('admin')
  const { body } = await admin.post('/api/claims?draft=true', { statement: 'On its own' })
  const { id } = body.doc
  const page = await editors.signIn('reviewer')
  await visit(page, `/admin/collections/claims/${id}`)
  await page.locator('#action-save .popup-button, .form-submit .popup-button').first().click()
  await page.getByRole('button', { name: 'Schedule Publish' }).click()
  await page.locator('.schedule-publish__type li').first().locator('label').click()
  await page
    .locator('.schedule-publish .date-time-picker input')
    .first()
    .fill('01/31/2099 12:00 PM')
  await page.keyboard.press('Tab')
  await page.locator('#scheduled-publish-save').click()
  await page.getByText('January 31st 2099').first().waitFor()

  const { docs } = (await admin.get(`/api/claims/${id}/schedules`)).body
  expect(docs).toMatchObject([{ what: 'publish', state: 'waiting', by: 'reviewer' }])
  await visit(page, `/admin/collections/claims/${id}`)
  await page.getByText('To be published Jan 31, 2099').waitFor()

  // The time has come.
  await editors.service.payload.db.updateOne({
    collection: 'payload-jobs',
    id: docs[0].id,
    data: { waitUntil: new Date(Date.now() - 1000).toISOString() },
  })
  await vi.waitFor(async () => expect(await statusOf(`claims/${id}`)).toBe(200), 10_000)
})
