import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
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
  /** A page signed in, through the form, as an editor of that role; on a desk unless said. */
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

  const open = async (path: string, screen?: BrowserContextOptions) => {
    const page = await newPage(browser, screen)
    watch(page, service.url, (problem) => problems.push(problem))
    await page.goto(service.url + path)
    return page
  }
  return {
    service,
    open,
    async signIn(role, screen) {
      if (!accounts.has(role)) await service.as(role)
      accounts.add(role)
      const page = await open('/admin/login', screen)
      await page.getByLabel('Email').fill(`${role}@example.org`)
      await page.getByLabel('Password').fill(passwordOf(role))
      await page.getByRole('button', { name: 'Login' }).click()
      await page.getByRole('heading', { name: 'Content', exact: true }).waitFor()
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

const desk: BrowserContextOptions = { viewport: { width: 1440, height: 1000 } }

async function newPage(browser: Browser, screen = desk): Promise<Page> {
  const context = await browser.newContext(screen)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

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
