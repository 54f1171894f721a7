import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { checkDue, day, fastClock, onDemand } from '../support/links.ts'
import { startSite } from '../support/sites.ts'
import { soon } from '../support/webhooks.ts'
import { barriers } from './support/barriers.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

const clock = fastClock()
const log: Record<string, unknown>[] = []
let editors: EditorsBrowser
beforeAll(async () => {
  const logger = pino(
    { level: 'warn' },
    { write: (line: string) => void log.push(JSON.parse(line)) },
  )
  const env = { HANDBILL_ALLOWED_HOSTS: 'localhost' }
  editors = await startEditorsBrowser(env, { links: onDemand(clock), logger })
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

test('an editor has a link checked, and finds the dead ones in the list', async () => {
  const { service } = editors
  const site = await startSite({ '/page': 200 })
  const admin = await service.as('admin')
  const publish = async (title: string, url: string) =>
    (await admin.post('/api/resources', { title, url, _status: 'published' })).body.doc.id
  const id = await publish('A living report', site.url('/page'))
  await publish('A dead report', site.url('/gone'))
  const known = async () => (await admin.get('/api/link-checks')).body.totalDocs
  await vi.waitFor(async () => expect(await known()).toBe(2), soon)
  for (let n = 0; n < 2; n++) {
    clock.pass(20 * day)
    await checkDue(service)
  }

  const page = await editors.signIn('editor')
  await visit(page, '/admin/collections/resources')
  await page.getByText('1-2 of 2').waitFor()
  expect(await barriers(page, 'nav[aria-label="Lists of links"]')).toEqual([])
  await page.getByRole('link', { name: 'Dead', exact: true }).click()
  await page.getByText('1-1 of 1').waitFor()
  await page.getByRole('link', { name: 'A dead report' }).waitFor()
  await picture(page, 'dead-links')

  site.answers['/page'] = (_, res) => void res.writeHead(301, { Location: '/new' }).end()
  site.answers['/new'] = 200
  await visit(page, `/admin/collections/resources/${id}`)
  const part = page.getByRole('region', { name: 'Link check' })
  await part.getByText('Alive').waitFor()
  await part.getByRole('button', { name: 'Check now' }).press('Enter')
  await part.getByText('Moved for good').waitFor()
  await part.getByRole('link', { name: site.url('/new') }).waitFor()
  expect(await barriers(page, 'section[aria-label="Link check"]')).toEqual([])
  await picture(page, 'link-check')
})

test('an admin invites somebody, by keyboard alone, who chooses a password and is in', async () => {
  const page = await editors.signIn('admin')
  await visit(page, '/admin/collections/users')
  const form = page.getByRole('form', { name: 'Invite somebody' })
  await form.getByLabel('Name').focus()
  await page.keyboard.type('Ana')
  await page.keyboard.press('Tab')
  await page.keyboard.type('ana@example.org')
  await page.keyboard.press('Enter')
  await form.getByText('The invitation to ana@example.org is on its way.').waitFor()
  expect(await barriers(page, 'form[aria-labelledby]')).toEqual([])
  await picture(page, 'invite')

  const message = log.find(({ to }) => to === 'ana@example.org')
  const [link = ''] = /http\S+\/admin\/reset\/\w+/.exec(String(message?.text)) ?? []
  const theirs = await editors.open(new URL(link).pathname)
  // The form is there before it works.
  await theirs.waitForLoadState('networkidle')
  await theirs.getByLabel('New Password').fill('a password of my own')
  await theirs.getByLabel('Confirm Password').fill('a password of my own')
  await theirs.getByRole('button', { name: 'Reset Password' }).click()
  await theirs.getByRole('heading', { name: 'Content', exact: true }).waitFor()
})
