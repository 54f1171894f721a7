import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { stepsOf, strictReview } from '../support/review.ts'
import { barriers } from './support/barriers.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

let editors: EditorsBrowser
beforeAll(async () => {
  editors = await startEditorsBrowser(strictReview)
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

const statement = 'Rents rose by a tenth'

test('a claim is written, sourced, reviewed and published, and its history tells how', async () => {
  const [writer, reviewer] = [await editors.signIn('editor'), await editors.signIn('reviewer')]
  await visit(writer, '/admin/collections/claims/create')
  await writer.locator('#field-statement').fill(statement)
  await writer.getByRole('button', { name: 'Add Evidence' }).click()
  const row = writer.locator('#evidence-row-0')
  await row.getByRole('button', { name: /Add new/ }).click()
  const drawer = writer.locator('[id^=doc-drawer]').last()
  await drawer.locator('#field-title').fill('The rent report')
  // It saves itself, as every draft does.
  await expect.poll(newestSource, soon).toBe('The rent report')
  await drawer.locator('.doc-drawer__header-close').click()
  await row.getByText('The rent report').waitFor()
  await row.locator('#field-evidence__0__locator').fill('p. 12')
  await writer.waitForURL(/claims\/[\da-f]{24}/)
  const id = writer.url().split('/').at(-1)?.split('?')[0] ?? ''
  const path = `claims/${id}`
  await expect.poll(async () => (await newest(path)).evidence?.[0]?.locator, soon).toBe('p. 12')

  await panel(writer).getByText('State: Draft').waitFor()
  await panel(writer).getByLabel('A word to the others').fill('Please look at the source.')
  await panel(writer).getByRole('button', { name: 'Send to review' }).click()
  await panel(writer).getByText('State: In review').waitFor()
  expect(await panel(writer).getByRole('button', { name: 'Approve' }).count()).toBe(0)

  await visit(reviewer, `/admin/collections/${path}`)
  await panel(reviewer).getByText('Last changed by editor').waitFor()
  await notes(reviewer).getByText('Please look at the source.').waitFor()
  await notes(reviewer).getByLabel('New comment').fill('Is it of flats only?')
  await notes(reviewer).getByLabel('About the field').selectOption('statement')
  await notes(reviewer).getByRole('button', { name: 'Add comment' }).click()
  await notes(reviewer).getByText('Is it of flats only?').waitFor()
  await panel(reviewer).getByLabel('A word to the others').fill('Say which rents.')
  await panel(reviewer).getByRole('button', { name: 'Ask for changes' }).click()
  await panel(reviewer).getByText('State: Draft').waitFor()

  await writer.reload()
  await notes(writer).getByText('Is it of flats only?').waitFor()
  await writer.locator('#field-statement').fill('Rents of flats rose by a tenth')
  await expect.poll(async () => (await newest(path)).statement, soon).toMatch(/flats/)
  await notes(writer).getByRole('button', { name: 'Resolve' }).click()
  await notes(writer).getByText('Show resolved (1 resolved)').waitFor()
  await panel(writer).getByRole('button', { name: 'Send to review' }).click()
  await panel(writer).getByText('State: In review').waitFor()

  await visit(reviewer, `/admin/collections/${path}`)
  await takeOver(reviewer)
  await panel(reviewer).getByRole('button', { name: 'Approve' }).click()
  await panel(reviewer).getByText('State: Approved').waitFor()
  // The source is a draft still: the claim says so where it is named.
  await reviewer.getByRole('button', { name: 'Publish changes' }).click()
  await reviewer.getByText('Readers cannot see this source').first().waitFor()
  await picture(reviewer, 'review-evidence-missing', { fullPage: true })
  const source = (await newest(path)).evidence[0].source
  const admin = await editors.service.as('admin')
  await admin.patch(`/api/resources/${source}`, { _status: 'published' })
  await reviewer.getByRole('button', { name: 'Publish changes' }).click()
  await panel(reviewer).getByText('State: Published').waitFor()

  const steps = [
    'created it',
    'sent it to review',
    'asked for changes',
    'approved it',
    'published it',
  ]
  for (const step of steps) await notes(reviewer).getByText(step).first().waitFor()
  const kept = await stepsOf(admin, path)
  expect(kept).toEqual([
    'created',
    'sent-to-review',
    'changes-requested',
    'sent-to-review',
    'approved',
    'published',
  ])
  const { body } = await editors.service.reader.get(`/api/${path}`)
  expect(body).toMatchObject({ statement: 'Rents of flats rose by a tenth' })
  await notes(reviewer).getByLabel('Show resolved (1 resolved)').check()
  await picture(reviewer, 'review', { fullPage: true })
  // A refused publishing is an answer of the server's.
  expect(editors.takeProblems().filter((problem) => !problem.includes('400'))).toEqual([])
})

test('the review is in Spanish for whoever works in Spanish, and for everyone by axe', async () => {
  const admin = await editors.service.as('admin')
  const { body } = await admin.post('/api/demands', { title: 'Cap the rents' })
  const page = await editors.signIn('reviewer')
  const address = `/admin/collections/demands/${body.doc.id}`
  for (const [language, state] of [
    ['en', 'State: Draft'],
    ['es', 'Estado: Borrador'],
  ] as const) {
    const { host } = new URL(editors.service.url)
    const [domain] = host.split(':')
    const cookie = { name: 'payload-lng', value: language, domain: domain ?? '', path: '/' }
    await page.context().addCookies([cookie])
    await visit(page, address)
    await panel(page).getByText(state).waitFor()
    for (const part of ['.review-panel', '.review-notes']) {
      expect(await barriers(page, part)).toEqual([])
    }
  }
  await picture(page, 'review-es', { fullPage: true })
})

const soon = { timeout: 15_000, interval: 100 }

const panel = (page: Page) => page.locator('.review-panel')
const notes = (page: Page) => page.locator('.review-notes')

async function newest(path: string) {
  const admin = await editors.service.as('admin')
  return (await admin.get(`/api/${path}?draft=true&depth=0`)).body
}

async function newestSource() {
  const admin = await editors.service.as('admin')
  const { body } = await admin.get('/api/resources?draft=true&sort=-createdAt&limit=1')
  return body.docs[0]?.title
}

/** The editor has the document open, and Payload says so. */
async function takeOver(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /Take over/ })
  await button.or(page.locator('.review-panel')).first().waitFor()
  if (await button.count()) await button.click()
}
