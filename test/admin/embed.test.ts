import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importSampleCampaign } from '../../seed/sample-campaign.ts'
import { launchBrowser } from '../support/browser.ts'
import { checkedOn, makeCampaign } from '../support/campaign.ts'
import { type ForeignPage, startForeignPage } from '../support/foreign-page.ts'
import { freePort } from '../support/free-port.ts'
import { startService, type TestService } from '../support/service.ts'
import { barriers } from './support/barriers.ts'

let service: TestService
let foreign: ForeignPage
let browser: Browser
let made: Awaited<ReturnType<typeof makeCampaign>>
let embed: { latest: string; pinned: string; integrity: string; contentSecurityPolicy: string }

/** What a careless page has, which must not reach into the elements. */
const style = `
  p, a, h2, h3, li { color: rgb(255, 0, 0); font-size: 40px; text-transform: uppercase; display: inline }
  body { text-align: right; letter-spacing: 9px; font-style: italic }
  .card, .title { display: none }`

beforeAll(async () => {
  service = await startService({ PORT: String(await freePort()) })
  await importSampleCampaign(service.payload)
  made = await makeCampaign(await service.as('admin'))
  const gone = { statement: 'Gone', slug: 'gone', _status: 'published' }
  const id = await made.make('claims', gone)
  await made.change(`claims/${made.claim}`, { body: centred('In one year, <all> rents rose.') })
  await (await service.as('admin')).delete(`/api/claims/${id}`)
  embed = (await service.reader.get('/embed.json')).body
  foreign = await startForeignPage(style)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await foreign?.stop()
  await service?.stop()
})

const centred = (text: string) => {
  const base = { version: 1, indent: 0, direction: null }
  const leaf = { type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }
  const paragraph = { ...base, type: 'paragraph', format: 'center', children: [leaf] }
  return { root: { ...base, type: 'root', format: '', children: [paragraph] } }
}

type Site = {
  /** What the page has in its body. */
  body: string
  lang?: string
  script?: string
  policy?: string
  /** Done before anything is loaded. */
  before?(page: Page): Promise<unknown>
} & BrowserContextOptions

const classic = () => `<script src="${embed.latest}" async></script>`

/** A policy as strict as it gets: what embed.json names, and the page's own style sheet. */
const strict = () =>
  `default-src 'none'; style-src 'self'; ${embed.contentSecurityPolicy}; base-uri 'none'; ` +
  "require-trusted-types-for 'script'; trusted-types handbill"

/** Opens a page of the other site; `complaints` are the browser's, such as a breach of the policy. */
async function open({ body, before, lang = 'en', policy, script, ...options }: Site) {
  foreign.show(
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A partner</title>
<link rel="stylesheet" href="/style.css">${script ?? classic()}</head>
<body><main><h1>Partner</h1>${body}</main></body></html>`,
    policy ?? strict(),
  )
  const page = await browser.newPage(options)
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('request', (request) => {
    const { origin } = new URL(request.url())
    if (origin !== service.url && origin !== foreign.origin) complaints.push(request.url())
  })
  await before?.(page)
  await page.goto(`${foreign.origin}/`)
  return { page, complaints }
}

const inside = 'What the partner wrote'
const claim = `<handbill-claim slug="rents-rose"><p>${inside}</p></handbill-claim>`
const all = `${claim}
<handbill-claim slug="empty-homes"><p>${inside}</p></handbill-claim>
<handbill-claim slug="gone"><p>${inside}</p></handbill-claim>
<handbill-demand slug="cap-the-rents"><p>${inside}</p></handbill-demand>
<handbill-campaign slug="rents"><p>${inside}</p></handbill-campaign>`

const css = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate(
      (element, name) => getComputedStyle(element as Element).getPropertyValue(name),
      property,
    )

describe('on a page of another origin, under a strict policy', () => {
  test.each([
    ['a classic script', () => classic()],
    ['a module', () => `<script type="module" src="${embed.latest}"></script>`],
    [
      'pinned to its digest',
      () =>
        `<script src="${embed.pinned}" integrity="${embed.integrity}" crossorigin="anonymous" defer></script>`,
    ],
    ['loaded twice', () => classic() + classic()],
  ])('%s shows everything, and the browser has nothing to complain of', async (_, script) => {
    const { page, complaints } = await open({ body: all, script: script() })
    const [rose, retracted, gone] = await Promise.all(
      [0, 1, 2].map((at) => page.locator('handbill-claim').nth(at).locator('.card').textContent()),
    )
    expect(rose).toMatch(/Rents rose by a tenth.*In one year, <all> rents rose\..*10\.5\s%/s)
    const checked = `Last checked: ${checkedOn.words}`
    expect(rose).toMatch(new RegExp(`Verified.*${checked}.*Campaign: Rents & homes`, 's'))
    expect(retracted).toMatch(
      /^Retracted\. This claim has been retracted.*The figure was of one city/s,
    )
    expect(retracted).toContain('Retracted: Half of all homes are empty')
    expect(retracted).not.toContain('Evidence')
    expect(gone).toMatch(/^This has been withdrawn.*Its editors have deleted it\..*claims\/gone/s)

    const demand = await page.locator('handbill-demand .card').textContent()
    expect(demand).toMatch(/Cap the rents.*Partly met.*The council.*For five years\..*Sign/s)
    const campaign = page.locator('handbill-campaign .card')
    const texts = ['Homes are for living in.', 'It is time.', 'Join us', 'All of it', 'In order.']
    for (const text of texts) expect(await campaign.textContent()).toContain(text)
    expect(await campaign.textContent()).toContain('Retracted: Half of all homes are empty')
    await campaign.locator('img').scrollIntoViewIfNeeded()
    await expect
      .poll(() =>
        campaign.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth),
      )
      .toBe(32)
    expect(await page.getByText(inside).filter({ visible: true }).count()).toBe(0)
    // The status of what was withdrawn is no complaint.
    expect(complaints.filter((text) => !text.includes('status of 410'))).toEqual([])
    await page.close()
  })

  test('links lead to the pages, to the sources, and to what can be done', async () => {
    const { page } = await open({ body: all, script: classic() })
    const rose = page.locator('handbill-claim').first()
    await rose.locator('summary').click()
    const addresses = async (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).href))
    const found = [
      ...(await addresses('handbill-claim[slug=rents-rose] a')),
      ...(await addresses('handbill-demand a')),
    ]
    const pages = [
      'claims/rents-rose',
      'campaigns/rents',
      'resources/rent-report',
      'demands/cap-the-rents',
    ]
    for (const path of pages) expect(found).toContain(`${service.url}/${path}?locale=en`)
    expect(found).toContain('https://archive.example.org/p12')
    expect(found).toContain('https://example.org/sign')
    for (const href of found.filter((one) => one.startsWith(service.url))) {
      expect([href, (await fetch(href)).status]).toEqual([href, 200])
    }
    await page.close()
  })

  test('the page’s style stays outside, and text keeps its alignment', async () => {
    const { page } = await open({ body: claim })
    await page.locator('.card').waitFor()
    expect(await css(page, '.card', 'display')).toBe('block')
    expect(await css(page, '.title', 'text-transform')).toBe('none')
    expect(await css(page, '.card', 'letter-spacing')).toBe('normal')
    expect(await css(page, '.card', 'text-align')).toBe('start')
    expect(await css(page, '.card', 'font-style')).toBe('normal')
    expect(await css(page, '[part=text] p', 'text-align')).toBe('center')
    expect(await css(page, '[part=text] p', 'color')).not.toBe('rgb(255, 0, 0)')
    await page.close()
  })

  test('custom properties and parts give it the page’s look', async () => {
    const { page } = await open({ body: claim, bypassCSP: true })
    await page.locator('.card').waitFor()
    await page.addStyleTag({
      content: `:root { --handbill-paper: rgb(1, 2, 3); --handbill-padding: 7px }
        handbill-claim::part(heading) { text-transform: uppercase }`,
    })
    expect(await css(page, '.card', 'background-color')).toBe('rgb(1, 2, 3)')
    expect(await css(page, '.card', 'padding-left')).toBe('7px')
    expect(await css(page, '.title', 'text-transform')).toBe('uppercase')
    await page.close()
  })

  test('it is light or dark as the color-scheme of its place', async () => {
    const { page } = await open({ body: claim, bypassCSP: true, colorScheme: 'dark' })
    await page.locator('.card').waitFor()
    expect(await css(page, '.card', 'background-color')).toBe('rgb(253, 252, 250)')
    await page.addStyleTag({ content: ':root { color-scheme: light dark }' })
    expect(await css(page, '.card', 'background-color')).toBe('rgb(23, 22, 20)')
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await css(page, '.card', 'background-color')).toBe('rgb(253, 252, 250)')
    await page.close()
  })
})

describe('the language', () => {
  const spanish = 'Los alquileres subieron una décima'
  const english = 'Rents rose by a tenth'
  test.each<[string, Site, string, string]>([
    ['of the page', { body: claim, lang: 'es' }, spanish, 'es'],
    ['of the place', { body: `<div lang="es-MX">${claim}</div>` }, spanish, 'es'],
    ['that is named', { body: claim.replace('slug', 'locale="es" slug') }, spanish, 'es'],
    [
      'of the reader, where nothing is said',
      { body: claim, lang: '', locale: 'es-ES' },
      spanish,
      'es',
    ],
    ['that there is, for one that there is not', { body: claim, lang: 'fr' }, english, 'en'],
  ])('%s', async (_, site, statement, lang) => {
    const { page, complaints } = await open(site)
    const card = page.locator('.card')
    expect(await card.textContent()).toContain(statement)
    expect(await card.getAttribute('lang')).toBe(lang)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('is said of each text that is not translated', async () => {
    const { page, complaints } = await open({ body: claim, lang: 'es' })
    const languageOf = (text: string) =>
      page.getByText(text).evaluate((node) => node.closest('[lang]')?.getAttribute('lang'))
    expect(await languageOf('Los alquileres subieron')).toBe('es')
    expect(await languageOf('In one year, <all> rents rose.')).toBe('en')
    expect(await languageOf('Rise')).toBe('en')
    expect(await languageOf('Verificada')).toBe('es')
    expect(complaints).toEqual([])
    await page.close()
  })

  test('is that of the page for what was withdrawn', async () => {
    const body = '<handbill-claim slug="gone"></handbill-claim>'
    const { page } = await open({ body, lang: 'es' })
    expect(await page.locator('.card').textContent()).toContain('Se ha retirado')
    await page.close()
  })
})

describe('what stands inside the tag is what readers have', () => {
  const isReadable = async (page: Page) => {
    expect(await page.getByText(inside).isVisible()).toBe(true)
    expect(await page.locator('.card').count()).toBe(0)
  }
  const nothing = (slug: string) => claim.replace('rents-rose', slug)

  test.each<[string, Site]>([
    ['without JavaScript', { body: claim, javaScriptEnabled: false }],
    ['when the policy allows no script', { body: claim, policy: "default-src 'none'" }],
    [
      'when the digest is not that of the script',
      {
        body: claim,
        get script() {
          return `<script src="${embed.latest}" integrity="sha384-${'A'.repeat(64)}" crossorigin></script>`
        },
      },
    ],
    [
      'when the browser knows no constructed style sheets',
      {
        body: claim,
        before: (page) => page.addInitScript('delete Document.prototype.adoptedStyleSheets'),
      },
    ],
  ])('%s', async (_, site) => {
    const { page } = await open(site)
    await isReadable(page)
    await page.close()
  })

  test.each<[string, Site]>([
    ['when there is no such claim', { body: nothing('never-was') }],
    [
      'when the policy allows other trusted types only',
      {
        body: claim,
        get policy() {
          return strict().replace('trusted-types handbill', 'trusted-types other')
        },
      },
    ],
    [
      'when the server fails',
      {
        body: claim,
        before: (page) => page.route(/rents-rose/, (route) => route.fulfill({ status: 500 })),
      },
    ],
    [
      'when the server cannot be reached',
      {
        body: claim,
        before: (page) => page.route(/rents-rose/, (route) => route.abort()),
      },
    ],
    [
      'when something else answers',
      {
        body: claim,
        before: (page) =>
          page.route(/rents-rose/, (route) => route.fulfill({ body: '<p>Log in</p>' })),
      },
    ],
  ])('%s', async (_, site) => {
    const isAsked = (request: { url(): string }) => request.url().includes('format=json')
    let asked: Promise<unknown> | undefined
    const { page } = await open({
      ...site,
      async before(one) {
        asked = one.waitForRequest(isAsked)
        await site.before?.(one)
      },
    })
    await asked
    await page.waitForLoadState('networkidle')
    await isReadable(page)
    await page.close()
  })

  test('when the slug is none that can be', async () => {
    const slugs = ['', '..', 'a/b', 'Rents Rose', '%2e%2e']
    const requests: string[] = []
    const { page, complaints } = await open({
      body: slugs.map(nothing).join(''),
      before: async (one) => one.on('request', (request) => requests.push(request.url())),
    })
    await page.waitForLoadState('networkidle')
    const texts = page.getByText(inside)
    expect(await texts.filter({ visible: true }).count()).toBe(slugs.length)
    expect(requests).toHaveLength(3)
    expect(complaints).toEqual([])
    await page.close()
  })
})

test('it asks again when somebody looks, conditionally, and once a minute at most', async () => {
  const slug = 'homes-asked-again'
  const id = await made.make('claims', { statement: 'First', slug, _status: 'published' })
  const statuses: number[] = []
  const { page } = await open({
    body: claim.replace('rents-rose', slug) + claim.replace('rents-rose', slug),
    before: (one) => one.clock.install(),
  })
  const card = page.locator('.card').first()
  await card.getByText('First').first().waitFor()
  await page.waitForLoadState('networkidle')
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  // The browser hides from pages, and from Playwright, that an answer was a 304.
  session.on('Network.responseReceivedExtraInfo', ({ statusCode }) => statuses.push(statusCode))
  const look = async (after: number) => {
    await page.clock.fastForward(after)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.waitForLoadState('networkidle')
  }
  await look(1000)
  await look(30_000)
  expect(statuses).toEqual([])
  await look(31_000)
  await expect.poll(() => statuses).toEqual([304])
  await made.change(`claims/${id}`, { statement: 'Second' })
  await look(61_000)
  await card.getByText('Second').first().waitFor()
  expect(statuses).toEqual([304, 200])
  await page.close()
})

test('a copy that the page has itself is told where the content is', async () => {
  const { text } = await service.reader.get('/embed.js')
  const { page, complaints } = await open({
    body: claim.replace('slug', `api="${service.url}/" slug`),
    script: '<script src="/copied/elements.js" async></script>',
    policy: `default-src 'none'; style-src 'self'; script-src 'self'; connect-src ${service.url}`,
    before: (one) =>
      one.route('**/elements.js', (route) =>
        route.fulfill({ body: text, contentType: 'text/javascript' }),
      ),
  })
  await page.locator('.card').getByText('Rents rose').first().waitFor()
  expect(complaints).toEqual([])
  await page.close()
})

test('it goes by its attributes, and shows nothing of what it showed before', async () => {
  const { page } = await open({ body: claim })
  const element = page.locator('handbill-claim')
  await element.getByText('Rents rose').first().waitFor()
  expect(await element.locator('.title').evaluate((one) => (one as Element).tagName)).toBe('H2')
  await element.evaluate((one) => (one as Element).setAttribute('level', '4'))
  await element.locator('h4.title').waitFor()
  await element.evaluate((one) => (one as Element).setAttribute('slug', 'empty-homes'))
  await element.locator('.card').getByText('Half of all homes').first().waitFor()
  await element.evaluate((one) => (one as Element).setAttribute('slug', 'never-was'))
  expect(await page.getByText(inside).isVisible()).toBe(true)
  await page.close()
})

test('an answer that comes after the next question is not shown', async () => {
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  const { page } = await open({
    body: claim,
    before: (one) => one.route(/rents-rose/, (route) => held.then(() => route.continue())),
  })
  const element = page.locator('handbill-claim')
  await element.evaluate((one) => (one as Element).setAttribute('slug', 'empty-homes'))
  await element.locator('.card').getByText('Half of all homes').first().waitFor()
  const late = page.waitForResponse(/rents-rose/)
  answer()
  await (await late).finished()
  await page.waitForLoadState('networkidle')
  expect(await element.locator('.card').textContent()).toContain('Half of all homes')
  await page.close()
})

test('what cannot be reached later stays as it was shown', async () => {
  const { page } = await open({ body: claim, before: (one) => one.clock.install() })
  await page.locator('.card').waitFor()
  await page.context().setOffline(true)
  await page.clock.fastForward(61_000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.waitForLoadState('networkidle')
  expect(await page.locator('.card').textContent()).toContain('Rents rose by a tenth')
  await page.close()
})

test.each(['light', 'dark'] as const)(
  'it is for everyone: axe finds nothing when it is %s',
  async (colorScheme) => {
    const sample =
      '<handbill-campaign slug="no-cloud-for-deportations" locale="es"></handbill-campaign>'
    const { page } = await open({ body: all + sample, bypassCSP: true, colorScheme })
    for (const at of [0, 1])
      await page.locator('handbill-campaign').nth(at).locator('.card').waitFor()
    // The page's own style would be found wanting.
    await page.evaluate(`document.querySelector('link').remove()`)
    await page.addStyleTag({ content: ':root { color-scheme: light dark }' })
    for (const summary of await page.locator('summary').all()) await summary.click()
    expect(await barriers(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 600 })
    const excess = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    expect(excess).toBeLessThanOrEqual(0)
    await page.close()
  },
)
