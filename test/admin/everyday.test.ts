import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeCampaign } from '../support/campaign.ts'
import type { Client } from '../support/service.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

let editors: EditorsBrowser
let admin: Client
let ids: Awaited<ReturnType<typeof makeCampaign>>
beforeAll(async () => {
  editors = await startEditorsBrowser()
  admin = await editors.service.as('admin')
  ids = await makeCampaign(admin)
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

const soon = { timeout: 10_000 }

test('work that was not saved survives a closed tab', async () => {
  const first = await editors.signIn('reviewer')
  await openClaim(first, ids.claim)
  await first.locator('#field-statement').fill('Rents rose by a seventh')

  // As an editor closes it: at once, before anything was saved by itself.
  const context = first.context()
  const closed = first.waitForEvent('close')
  await first.close({ runBeforeUnload: true })
  await closed
  const statement = async () => {
    const { body } = await admin.get(`/api/claims/${ids.claim}?draft=true`)
    return body.statement
  }
  await expect.poll(statement, soon).toBe('Rents rose by a seventh')

  const again = await context.newPage()
  await openClaim(again, ids.claim)
  expect(await again.locator('#field-statement').inputValue()).toBe('Rents rose by a seventh')
  expect(await locks()).toBe(0)

  // Another language is another page, and what was typed last stays in its own.
  await again.locator('#field-statement').fill('Rents rose by an eighth')
  await again.locator('.localizer button').first().click()
  await again.getByRole('button', { name: 'Spanish' }).last().click()
  await again.waitForURL(/locale=es/)
  await expect.poll(statement, soon).toBe('Rents rose by an eighth')
  const { body } = await admin.get(`/api/claims/${ids.claim}?draft=true&locale=es`)
  expect(body.statement).toBe('Los alquileres subieron una décima')
})

test('who opens a document that somebody is writing in is told, until they leave', async () => {
  const first = await editors.signIn('reviewer')
  await openClaim(first, ids.retracted)
  const saved = first.waitForResponse((response) => response.url().includes('autosave=true'))
  await first.locator('#field-statement').fill('Some homes are empty')
  await saved
  await first.getByText('Changed', { exact: true }).waitFor()

  const second = await editors.signIn('editor')
  await openClaim(second, ids.retracted)
  await second.getByText('Document locked').waitFor()
  expect(await second.locator('.document-locked').textContent()).toContain('reviewer')

  await first.locator('.step-nav a').first().click()
  await first.getByRole('heading', { name: 'Content', exact: true }).waitFor()
  await expect.poll(locks, soon).toBe(0)
  await openClaim(second, ids.retracted)
  expect(await second.getByText('Document locked').count()).toBe(0)
})

test('words are looked for in all content from any page, by keyboard alone', async () => {
  const page = await editors.signIn('editor')
  await visit(page, '/admin/import')
  await page.getByRole('button', { name: 'Search' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox').waitFor()
  await page.keyboard.type('decima')
  await page.getByRole('status').getByText('1 found').waitFor()
  const hit = page.getByRole('region', { name: 'Claims' }).getByRole('listitem')
  expect(await hit.textContent()).toMatch(
    /^Los alquileres subieron una décima(Draft|Published) · Spanish/,
  )
  await picture(page, 'search')

  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/claims.*locale=es/)
  await page.locator('#field-statement').waitFor()
  expect(await page.locator('.search[open]').count()).toBe(0)

  await page.context().addCookies([{ name: 'payload-lng', value: 'es', url: editors.service.url }])
  await visit(page, '/admin')
  await page.getByRole('button', { name: 'Buscar' }).click()
  await page.keyboard.type('rents')
  await page.getByRole('status').getByText('encontrados').waitFor()
  expect(await page.locator('.search h2').allTextContents()).toContain('Campañas')
  await page.keyboard.press('Escape')
  expect(await page.locator('.search[open]').count()).toBe(0)
})

test('a list in a text is indented with Tab, and left by Escape and Tab', async () => {
  const { body } = await admin.post('/api/claims?draft=true', { statement: 'With a list' })
  const page = await editors.signIn('editor')
  await openClaim(page, body.doc.id)
  const text = page.locator('.rich-text-lexical [contenteditable=true]').first()
  await text.click()
  await page.keyboard.type('- one')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('two')
  await text.locator('li li', { hasText: 'two' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  expect(await text.evaluate((element) => element === document.activeElement)).toBe(false)
})

test('several documents are published, taken back and assigned at once', async () => {
  for (const statement of ['One of three', 'Two of three', 'Three of three']) {
    await admin.post('/api/claims?draft=true', { statement })
  }
  const page = await editors.signIn('reviewer')
  await visit(page, '/admin/collections/claims?search=of+three&locale=en')
  const published = async () => {
    const { body } = await editors.service.reader.get('/api/claims?where[statement][like]=of three')
    return body.totalDocs
  }
  for (const [action, count] of [
    ['Publish', 3],
    ['Unpublish', 0],
  ] as const) {
    await chooseAll(page)
    await page.getByRole('button', { name: action, exact: true }).click()
    await page.locator('.payload__modal-item').getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('Updated 3', { exact: false }).first().waitFor()
    await expect.poll(published, soon).toBe(count)
    await page.reload()
  }

  const changes = async () => (await editors.service.reader.get('/api/changes')).body
  const before = await changes()
  await chooseAll(page)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const drawer = page.locator('.drawer--is-open')
  await drawer.locator('.field-select .rs__control').click()
  await drawer.getByRole('option', { name: 'Review > Assigned to' }).click()
  await drawer.locator('#field-review__assignee .rs__control').click()
  await drawer.getByRole('option', { name: 'reviewer' }).click()
  await drawer.getByRole('button', { name: 'Save draft' }).click()
  await page.getByText('Updated 3', { exact: false }).first().waitFor()
  expect(await changes()).toEqual(before)

  await visit(page, '/admin')
  const mine = page.getByRole('link', { name: 'Claims assigned to you' })
  expect(await mine.locator('strong').textContent()).toBe('3')
  await mine.click()
  await page.getByText('1-3 of 3').waitFor()
})

test('the order of a campaign is changed by dragging', async () => {
  const { body } = await admin.get(`/api/campaigns/${ids.campaign}?depth=0`)
  const sections = [...body.sections, { heading: 'The rest' }]
  await admin.patch(`/api/campaigns/${ids.campaign}?draft=true`, { sections })
  const page = await editors.signIn('editor')
  await visit(page, `/admin/collections/campaigns/${ids.campaign}?locale=en`)
  await page.locator('#sections-row-1').waitFor()
  await page.waitForLoadState('networkidle')
  await drag(page, '#sections-row-1 .collapsible__drag', '#sections-row-0 .collapsible__drag')
  await drag(
    page,
    '#sections-row-1 .relationship--multi-value-label__text >> nth=2',
    '#sections-row-1 .relationship--multi-value-label__text >> nth=0',
  )

  const order = async () => {
    const { body } = await admin.get(`/api/campaigns/${ids.campaign}?depth=0&draft=true`)
    return body.sections.map(
      ({ heading, items }: { heading: string; items?: { value: string }[] }) => [
        heading,
        items?.map(({ value }) => value),
      ],
    )
  }
  const { claim, demand, retracted, source } = ids
  await expect.poll(order, soon).toEqual([
    ['The rest', []],
    ['All of it', [demand, claim, retracted, source]],
  ])
})

test('an earlier version is compared and restored; what is in the trash comes back', async () => {
  const made = await admin.post('/api/claims', { statement: 'As it was', _status: 'published' })
  const { id } = made.body.doc
  await admin.patch(`/api/claims/${id}`, { statement: 'As it is', _status: 'published' })
  const page = await editors.signIn('reviewer')
  const claims = '/admin/collections/claims'
  await visit(page, `${claims}/${id}/versions?locale=en`)
  await page.locator('tbody tr').nth(1).locator('a').first().click()
  await page.getByRole('button', { name: 'Restore this version' }).waitFor()
  const difference = page.locator('.render-field-diffs')
  await difference.getByText('As it was').first().waitFor()
  await page.getByRole('button', { name: 'Restore this version' }).click()
  await page.locator('.payload__modal-item').getByRole('button', { name: 'Confirm' }).click()
  await page.locator('#field-statement').waitFor()
  expect(await page.locator('#field-statement').inputValue()).toBe('As it was')
  const statement = async () =>
    (await editors.service.reader.get(`/api/claims/${id}`)).body.statement
  expect(await statement()).toBe('As it was')

  await page.locator('.doc-controls__popup button').first().click()
  await page.locator('#action-delete').click()
  await page.locator('.payload__modal-item').getByRole('button', { name: 'Confirm' }).click()
  await expect.poll(statement, soon).toBeUndefined()
  await visit(page, `${claims}/trash/${id}?locale=en`)
  await page.locator('#action-restore').click()
  await page.locator('.payload__modal-item').getByRole('button', { name: 'Confirm' }).click()
  const trashed = async () => (await admin.get(`/api/claims/${id}?draft=true`)).status
  await expect.poll(trashed, soon).toBe(200)
})

test('a filter is saved, and used again', async () => {
  const page = await editors.signIn('editor')
  const list = '/admin/collections/claims?locale=en'
  const where = 'where[or][0][and][0][verification.status][equals]=retracted'
  await visit(page, `${list}&${where}`)
  await page.getByText('1-1 of 1').waitFor()
  await page.locator('#create-new-preset').click()
  await page.locator('.drawer #field-title').fill('Taken back')
  await page.locator('.drawer #action-save').click()
  await page.getByText('Taken back').first().waitFor()

  // The list keeps it until it is taken away.
  await visit(page, list)
  await page.locator('#clear-preset').click()
  await page.getByText('1-1 of 1').waitFor({ state: 'detached' })
  await page.locator('#select-preset').click()
  await page.locator('.drawer').getByText('Taken back').click()
  await page.getByText('1-1 of 1').waitFor()
})

async function chooseAll(page: Page): Promise<void> {
  await page.getByText('1-3 of 3').waitFor()
  await page.waitForLoadState('networkidle')
  await page.locator('thead input[type=checkbox]').check()
}

/** As a hand does it: press, move a little, move there, let go. */
async function drag(page: Page, from: string, to: string): Promise<void> {
  const [start, end] = await Promise.all(
    [from, to].map(async (selector) => {
      await page.locator(selector).scrollIntoViewIfNeeded()
      const box = await page.locator(selector).boundingBox()
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }),
  )
  if (!start || !end) throw new Error(`${from} or ${to} is not there`)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 8, start.y, { steps: 4 })
  await page.mouse.move(end.x, end.y, { steps: 12 })
  await page.waitForTimeout(200)
  await page.mouse.up()
}

async function openClaim(page: Page, id: string): Promise<void> {
  await visit(page, `/admin/collections/claims/${id}?locale=en`)
  await page.locator('#field-statement').waitFor()
  await page.waitForLoadState('networkidle')
}

/** How many documents somebody is in. */
async function locks(): Promise<number> {
  const { body } = await admin.get('/api/payload-locked-documents')
  return body.totalDocs
}
