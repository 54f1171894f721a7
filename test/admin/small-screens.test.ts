import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeCampaign } from '../support/campaign.ts'
import { barriers } from './support/barriers.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

/*
 * Our own views and panels on a phone, and on a desk with everything twice as large: nothing cut off,
 * nothing to scroll sideways, all of it in reach of the keyboard, and nothing that axe finds.
 */
let editors: EditorsBrowser
let ids: Awaited<ReturnType<typeof makeCampaign>>
beforeAll(async () => {
  editors = await startEditorsBrowser()
  ids = await makeCampaign(await editors.service.as('admin'))
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

const screens = {
  'twice as large': { viewport: { width: 640, height: 480 }, deviceScaleFactor: 2 },
  'a phone': {
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  },
}

type View = {
  name: string
  path(): string
  /** What is ours on it. */
  ours: string[]
  prepare?(page: Page): Promise<void>
}

const views: View[] = [
  { name: 'home', path: () => '', ours: ['.home'] },
  {
    name: 'import',
    path: () => '/import',
    ours: ['.import-desk'],
    async prepare(page) {
      const flyer =
        '# No cameras\n\nA summary.\n\n## Demands\n\n- Take them down https://example.org/long'
      await page.getByLabel('The flyer').fill(flyer)
      await page.getByRole('button', { name: 'Show what it becomes' }).click()
      await page.getByRole('button', { name: /^Import \d/ }).waitFor()
    },
  },
  {
    name: 'translate',
    path: () => `/collections/claims/${ids.claim}/translate?locale=es`,
    ours: ['.translate__languages', '.translate__head', '.translate__texts'],
  },
  {
    name: 'list',
    path: () => '/collections/claims',
    ours: ['.list-files'],
    async prepare(page) {
      await page.getByRole('button', { name: 'Import CSV or JSON' }).click()
      await page.locator('.list-files__panel').waitFor()
    },
  },
  {
    name: 'claim',
    path: () => `/collections/claims/${ids.claim}`,
    ours: ['.review-panel', '.review-notes'],
    prepare: toTheEnd,
  },
  {
    name: 'campaign',
    path: () => `/collections/campaigns/${ids.campaign}`,
    ours: ['dialog[open] fieldset'],
    async prepare(page) {
      await toTheEnd(page)
      await page.getByRole('button', { name: 'Publish the campaign…' }).click()
      await page.locator('dialog[open] fieldset').waitFor()
    },
  },
  {
    name: 'search',
    path: () => '/collections/claims',
    ours: ['.search'],
    async prepare(page) {
      await page.getByRole('button', { name: 'Search', exact: true }).click()
      await page.getByRole('searchbox').fill('rent')
      await page.getByRole('region', { name: 'Claims' }).waitFor()
    },
  },
]

describe.each(Object.entries(screens))('%s', (screen, options) => {
  let page: Page
  beforeAll(async () => {
    page = await editors.signIn('reviewer', options)
  })
  afterAll(() => page?.context().close())

  test.each(views)('$name', async ({ name, ours, path, prepare }) => {
    await visit(page, `/admin${path()}`)
    await page.locator('.search-open').waitFor()
    await page.waitForLoadState('networkidle')
    await picture(page, `${name}-${screen.replaceAll(' ', '-')}`)
    await prepare?.(page)
    await page.locator(ours[0] ?? '').waitFor()
    await picture(page, `${name}-${screen.replaceAll(' ', '-')}`)
    expect(await page.evaluate(cutOff, ours)).toEqual([])
    expect(await inTheWay(page, ours)).toEqual([])
    expect(await missedByKeyboard(page, ours)).toEqual([])
  })
})

/** Payload shows the fields of a form as they come into sight. */
async function toTheEnd(page: Page): Promise<void> {
  const isAtEnd = () => {
    const { scrollHeight, scrollTop, clientHeight } = document.documentElement
    return scrollTop + clientHeight >= scrollHeight - 1
  }
  // What has come into sight may make it longer.
  for (let times = 0; times < 3; times = (await page.evaluate(isAtEnd)) ? times + 1 : 0) {
    await page.mouse.wheel(0, 1500)
    await page.waitForTimeout(150)
  }
  await page.waitForLoadState('networkidle')
}

/** What is wider than the window, and what of ours stands out of it. */
function cutOff(ours: string[]): string[] {
  const { document, innerWidth } = window
  const excess = document.documentElement.scrollWidth - innerWidth
  const parts = [...document.querySelectorAll(`.search-open, ${ours.join()}`)]
  const inside = parts.flatMap((part) => [part, ...part.querySelectorAll('*')])
  const outside = inside.filter((element) => {
    const { left, right, width, height } = element.getBoundingClientRect()
    // What is one pixel small is there for screen readers, and what is far away waits to be shown.
    const isShown = width > 1 && height > 1 && right > -innerWidth
    return isShown && (left < -1 || right > innerWidth + 1)
  })
  return [
    ...(excess > 0 ? [`the page, by ${excess} px`] : []),
    ...outside.map(({ outerHTML }) => outerHTML.slice(0, 120)),
  ]
}

/** In a panel it is all ours; elsewhere what is inside of Payload's forms is not. */
async function inTheWay(page: Page, ours: string[]) {
  const payloads = '.render-fields'
  const there = await page.evaluate(
    (all) => all.filter((selector) => document.querySelector(selector)),
    ours,
  )
  const inPanel = await page.locator(payloads).locator(there.join()).count()
  return barriers(
    page,
    { include: there, ...(inPanel ? {} : { exclude: [payloads] }) },
    { 'target-size': { enabled: true } },
  )
}

/** Presses Tab until the focus comes round; tells of what it did not come to, or does not show. */
async function missedByKeyboard(page: Page, ours: string[]): Promise<string[]> {
  await page.evaluate((selectors) => {
    const controls = 'a[href], button, input, select, textarea, summary, [contenteditable=true]'
    const all = [...document.querySelectorAll<HTMLElement>(selectors.join())]
      .flatMap((part) => [...part.querySelectorAll<HTMLElement>(controls)])
      .filter((element) => element.checkVisibility() && !element.matches(':disabled'))
      // The arrows lead from one choice to the others.
      .filter((element) => !element.matches('[type=radio]:not(:checked)'))
      // Payload's own, far away until a link is edited.
      .filter((element) => !element.closest('.link-editor'))
    for (const element of all) element.dataset.awaited = 'true'
    const first = document.querySelector<HTMLElement>(selectors[0] ?? '')
    if (!first) return
    const start = document.createElement('span')
    start.tabIndex = -1
    first.prepend(start)
    start.focus()
  }, ours)
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    const left = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement | null
      if (focused?.dataset.awaited) {
        const { boxShadow, outlineStyle } = getComputedStyle(focused)
        const isShown = outlineStyle !== 'none' || boxShadow !== 'none'
        if (isShown || focused.isContentEditable) delete focused.dataset.awaited
        else focused.dataset.awaited = 'without a ring'
      }
      return document.querySelectorAll('[data-awaited]').length
    })
    if (left === 0) return []
  }
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-awaited]')].map(({ outerHTML }) =>
      outerHTML.slice(0, 160),
    ),
  )
}
