import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { importSampleCampaign } from '../../seed/sample-campaign.ts'
import { passwordOf } from '../support/quick-passwords.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

const slug = 'a-way-around-sanctuary-policies'
const before = 'A way around sanctuary policies'

let editors: EditorsBrowser
beforeAll(async () => {
  editors = await startEditorsBrowser()
  await importSampleCampaign(editors.service.payload)
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

test("an editor's new wording is private until it is published, then in REST and GraphQL", async () => {
  const page = await editors.signIn('reviewer')
  await openClaim(page, before)

  const after = 'A way around the sanctuary policies of cities'
  await page.locator('#field-statement').fill(after)
  await page.getByText('Changed', { exact: true }).waitFor()
  expect(await savedDraft()).toBe(after)
  expect(await readByPartners()).toEqual([before, before])

  await page.getByRole('button', { name: 'Publish changes' }).click()
  await page.locator('.doc-controls').getByText('Published', { exact: true }).waitFor()
  expect(await readByPartners()).toEqual([after, after])
})

test('a claim is made with its evidence, without leaving the admin', async () => {
  const page = await editors.signIn('reviewer')
  await visit(page, '/admin')
  await page.getByRole('link', { name: 'Create new Claim' }).click()
  await page.locator('#field-statement').fill('Contracts are renewed every year')
  await page
    .getByRole('textbox', { name: /editor/i })
    .or(richText(page))
    .first()
    .click()
  await page.keyboard.type('The agency signs anew each autumn.')

  await page.getByRole('button', { name: 'Add Evidence' }).click()
  await choose(page, 'evidence__0__source', 'Behind ICE')
  await page.locator('#field-evidence__0__locator').fill('p. 12')

  await page.getByRole('button', { name: 'Publish changes' }).click()
  await page.locator('.doc-controls').getByText('Published', { exact: true }).waitFor()
  const path = '/api/claims/slug/contracts-are-renewed-every-year'
  const { body } = await editors.service.reader.get(path)
  expect(body).toMatchObject({
    statement: 'Contracts are renewed every year',
    evidence: [{ locator: 'p. 12', source: { kind: 'report' } }],
  })
  expect(JSON.stringify(body.body)).toContain('The agency signs anew each autumn.')
})

test('a figure of the claim stands in its text, and follows what the figure says', async () => {
  const page = await editors.signIn('reviewer')
  await visit(page, '/admin')
  await page.getByRole('link', { name: 'Create new Claim' }).click()
  await page.locator('#field-statement').fill('Rents rose sharply')
  await page.getByRole('button', { name: 'Add Figure' }).click()
  const fill = (name: string, text: string) => page.locator(`#field-figures__0__${name}`).fill(text)
  await fill('label', 'Rise')
  await fill('value', '1210.5')
  await fill('unit', '%')
  await page.locator('#field-figures__0__asOf input').fill('01/31/2026')
  await page.keyboard.press('Tab')

  await richText(page).click()
  await page.keyboard.type('They rose by /figure')
  await page.locator('.slash-menu-popup').getByRole('option', { name: 'Figure' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Figure').selectOption({ label: '1,210.5\u00a0% – Rise' })
  await drawer.getByRole('button', { name: 'Save changes' }).click()
  await drawer.waitFor({ state: 'detached' })
  await richText(page).getByText('1,210.5\u00a0%').waitFor()

  await fill('value', '12')
  await richText(page).getByText('12\u00a0%', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await page.locator('.doc-controls').getByText('Published', { exact: true }).waitFor()
  await page.reload()
  await richText(page).getByText('12\u00a0%', { exact: true }).waitFor()
  await picture(page, 'figure', { fullPage: true })

  await page.goto('/claims/rents-rose-sharply')
  const text = page.locator('.text')
  expect(await text.textContent()).toBe('They rose by 12\u00a0%')
  expect(await text.locator('data').getAttribute('title')).toBe('January 31, 2026')
})

test('what is typed stays, however slowly the server answers', async () => {
  const page = await editors.signIn('reviewer')
  await visit(page, '/admin')
  await page.route('**/*', async (route) => {
    if (route.request().method() !== 'GET') await sleep(800)
    await route.continue()
  })
  await page.getByRole('link', { name: 'Create new Claim' }).click()
  await page.locator('#field-statement').fill('Rents fell nowhere')
  await page.getByRole('button', { name: 'Add Evidence' }).click()
  const locator = page.locator('#field-evidence__0__locator')
  await locator.pressSequentially('page 12', { delay: 60 })
  const quote = page.locator('#field-evidence__0__quote')
  await quote.pressSequentially('not in one town', { delay: 60 })

  await expect.poll(() => savedEvidence('Rents fell nowhere')).toEqual(['page 12 not in one town'])
  expect([await locator.inputValue(), await quote.inputValue()]).toEqual([
    'page 12',
    'not in one town',
  ])
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('the list finds a claim by its words, and says when there is none', async () => {
  const page = await editors.signIn('editor')
  await visit(page, '/admin/collections/claims')
  await search(page, 'databases')
  await page.getByText('1-1 of 1').waitFor()
  expect(await page.locator('tbody a').allTextContents()).toEqual(['Search across databases'])
  await search(page, 'no such words')
  await page.getByText('No Results.').waitFor()
})

test('the form of a claim has its styles, its rich text, its relations and its rows', async () => {
  const page = await editors.signIn('reviewer')
  await visit(page, '/admin/collections/claims')
  await page.getByRole('link', { name: 'sanctuary policies' }).click()
  await richText(page).waitFor()

  expect(await richText(page).textContent()).toContain('records held in one cloud')
  expect(await page.locator('#field-campaign').textContent()).toContain('No cloud for deportations')
  expect(await page.locator('#evidence-row-0').textContent()).toContain('fusion centers')
  // Unstyled, the sidebar would be below the form.
  const [form, sidebar] = await Promise.all([
    page.locator('.document-fields__main').boundingBox(),
    page.locator('.document-fields__sidebar').boundingBox(),
  ])
  expect(sidebar?.x).toBeGreaterThan(form?.x ?? Number.POSITIVE_INFINITY)
  await picture(page, 'admin')
})

test('whoever signs out has to sign in again', async () => {
  const page = await editors.signIn('editor')
  await visit(page, '/admin/logout')
  await page.getByText('You have been logged out successfully').waitFor()
  await visit(page, '/admin/collections/claims')
  await page.getByLabel('Email').fill('editor@example.org')
  await page.getByLabel('Password').fill(passwordOf('editor'))
  await page.getByRole('button', { name: 'Login' }).click()
  await page.getByRole('link', { name: 'Search across' }).waitFor()
})

const richText = (page: Page) => page.locator('.rich-text-lexical [contenteditable=true]')

async function openClaim(page: Page, statement: string): Promise<void> {
  await visit(page, '/admin')
  await page.getByRole('link', { name: 'Show all Claims' }).click()
  await search(page, 'sanctuary')
  await page.getByRole('link', { name: statement }).click()
  await page.locator('#field-statement').waitFor()
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByPlaceholder('Search by').fill(words)
  await page.waitForURL((url) => url.searchParams.get('search') === words)
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  const picker = page.locator(`#field-${field}`)
  await picker.locator('input').first().fill(option)
  await picker.locator('.rs__option', { hasText: option }).click()
}

/** The wording that partners read, over REST and over GraphQL. */
async function readByPartners(): Promise<unknown[]> {
  const { reader } = editors.service
  const [rest, graphql] = await Promise.all([
    reader.get(`/api/claims/slug/${slug}`),
    reader.graphql(`{ Claims(where: { slug: { equals: "${slug}" } }) { docs { statement } } }`),
  ])
  return [rest.body.statement, graphql.body.data.Claims.docs[0]?.statement]
}

async function savedDraft(): Promise<unknown> {
  const { docs } = await editors.service.payload.find({
    collection: 'claims',
    draft: true,
    where: { slug: { equals: slug } },
  })
  return docs[0]?.statement
}

async function savedEvidence(statement: string): Promise<string[]> {
  const { docs } = await editors.service.payload.find({
    collection: 'claims',
    where: { statement: { equals: statement } },
    draft: true,
    depth: 0,
  })
  return (docs[0]?.evidence ?? []).map(({ locator, quote }) => `${locator} ${quote}`)
}
