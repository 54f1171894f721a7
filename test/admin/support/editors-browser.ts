import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserContextOptions, Page, Response } from 'playwright-core'
import { expect } from 'vitest'
import type { Role } from '../../../collections/access/roles.ts'
import type { Overrides } from '../../../src/service.ts'
import { launchBrowser } from '../../support/browser.ts'
import { freePort } from '../../support/free-port.ts'
import { passwordOf } from '../../support/quick-passwords.ts'
import { startService, type TestService } from '../../support/service.ts'

export type EditorsBrowser = {
  service: TestService
  /** A page of its own, without cookies. */
  open(path: string): Promise<Page>
  /** A page, still empty, of an editor of that role who has signed in; on a desk unless said. */
  signIn(role: Role, screen?: BrowserContextOptions): Promise<Page>
  /** What went wrong in the pages since the last call: errors, failed requests, other hosts. */
  takeProblems(): string[]
  stop(): Promise<void>
}

/** A whole service with its admin, built where that is due, and a browser in front of it. */
export async function startEditorsBrowser(
  env: Record<string, string> = {},
  overrides: Overrides = {},
): Promise<EditorsBrowser> {
  // The admin accepts forms from its own address only, so that has to be known beforehand.
  const port = String(await freePort())
  const service = await startService({ PORT: port, ...env }, { ...overrides, admin: true })
  await answers(`${service.url}/admin/login`)
  const browser = await launchBrowser()
  let problems: string[] = []
  const accounts = new Set<Role>()

  const newPage = async (screen = desk) => {
    const context = await browser.newContext({ baseURL: service.url, ...screen })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    watch(page, service.url, (problem) => problems.push(problem))
    return page
  }
  return {
    service,
    async open(path) {
      const page = await newPage()
      await page.goto(path)
      return page
    },
    async signIn(role, screen) {
      if (!accounts.has(role)) await service.as(role)
      accounts.add(role)
      const page = await newPage(screen)
      // As the form does; a test of the form itself fills it in.
      const data = { email: `${role}@example.org`, password: passwordOf(role) }
      await page.request.post('/api/users/login', { data })
      return page
    },
    takeProblems() {
      const taken = problems
      problems = []
      return taken
    },
    async stop() {
      await browser.close()
      await service.stop()
    },
  }
}

/** Goes to a page of the admin, and waits until it works: its fields are there before anybody listens to them. */
export async function visit(page: Page, path: string): Promise<Response | null> {
  // The first page has Next load what all of them need.
  const answer = await page.goto(path, { timeout: 60_000 })
  await expect.poll(() => page.evaluate(areControlsAlive)).toBe(true)
  return answer
}

function areControlsAlive(): boolean {
  const controls = [...document.querySelectorAll('button, input, textarea')]
  // React marks what it has taken over.
  const isAlive = (one: Element) => Object.keys(one).some((key) => key.startsWith('__reactProps'))
  return controls.length > 0 && controls.every(isAlive)
}

const desk: BrowserContextOptions = { viewport: { width: 1440, height: 1000 } }

function watch(page: Page, url: string, report: (problem: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error') report(`console: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => report(`script: ${error.message}`))
  page.on('requestfailed', (request) => {
    // Next drops what it fetched ahead when the page changes.
    const reason = request.failure()?.errorText
    if (reason !== 'net::ERR_ABORTED') report(`${reason}: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) report(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== url) report(`another host: ${request.url()}`)
  })
}

async function answers(url: string): Promise<void> {
  while ((await fetch(url)).status === 503) await sleep(200)
}
