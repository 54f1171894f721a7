import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportFrom } from '../../src/mirror/export/export-command.ts'
import { publicKeyOf } from '../../src/mirror/keys/public-key.ts'
import { withdrawKey } from '../../src/mirror/keys/published-keys.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeCampaign } from '../support/campaign.ts'
import { startService, type TestService } from '../support/service.ts'

const { privateKey } = generateKeyPairSync('ed25519')

let service: TestService
let browser: Browser
let folder: string
let host: Server
/** Of the copy on a static host, below a path. */
let address: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handbill-copy-'))
  service = await startService()
  await makeCampaign(await service.as('admin'))
  await exportFrom(service, service.settings, privateKey, join(folder, 'copy'), 'rents')
  host = createServer(async (req, res) => {
    const path = decodeURIComponent((req.url ?? '').slice('/some/where/'.length))
    const bytes = await readFile(join(folder, 'copy', path)).catch(() => undefined)
    res.setHeader('Access-Control-Allow-Origin', '*')
    if (path.endsWith('.html')) res.setHeader('Content-Type', 'text/html')
    res.writeHead(bytes ? 200 : 404).end(bytes)
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(host.address() as AddressInfo).port}/some/where/`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  host?.close().closeAllConnections()
  await service?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** What the page says in the end, as the browser shows it. */
async function verdict(open: (page: Page) => Promise<unknown>) {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  try {
    await open(page)
    await page.waitForSelector('#status:not([data-result=""])[data-result]')
    const result = await page.getAttribute('#status', 'data-result')
    const problems = await page.locator('#problems li').allTextContents()
    return { result, problems, complaints, facts: await page.textContent('#facts') }
  } finally {
    await page.close()
  }
}

const inCopy = (page: Page) => page.goto(`${address}verify.html`)
const onOrigin = async (page: Page) => {
  await page.goto(`${service.url}/verify?locale=en`)
  await page.getByLabel('Address of the copy').fill(`${address}index.html`)
  await page.getByRole('button', { name: 'Verify' }).click()
}

/** Changes a file of the copy for a while. */
async function changed<T>(path: string, change: (bytes: Buffer) => void, during: () => Promise<T>) {
  const file = join(folder, 'copy', path)
  const bytes = await readFile(file)
  const other = Buffer.from(bytes)
  change(other)
  await writeFile(file, other)
  try {
    return await during()
  } finally {
    await writeFile(file, bytes)
  }
}

const flip = (bytes: Buffer) => {
  bytes[100] = (bytes[100] ?? 0) ^ 1
}

test.each([
  ['in the copy', inCopy],
  ['on the origin', onOrigin],
])('the page %s finds an intact copy intact, and one changed byte', async (_, open) => {
  const intact = await verdict(open)
  expect(intact).toMatchObject({ result: 'good', problems: [], complaints: [] })
  expect(intact.facts).toContain(service.settings.publicUrl)
  const page = 'claims/rents-rose/index.html'
  expect(await changed(page, flip, () => verdict(open))).toMatchObject({
    result: 'bad',
    problems: [`${page}: differs`],
  })
  const forged = await changed(
    'manifest.sig',
    (bytes) => bytes.reverse(),
    () => verdict(open),
  )
  expect(forged).toMatchObject({
    result: 'bad',
    problems: ['The signature does not fit the list.'],
  })
})

test('a copy that somebody else has signed is refused on the origin', async () => {
  const { privateKey: other } = generateKeyPairSync('ed25519')
  const { payload, ask } = service
  const kv = { ...payload.kv, get: async () => ({}) }
  const silent = { ask, payload: Object.assign(Object.create(payload), { kv }) }
  const copy = join(folder, 'copy')
  await exportFrom(silent, service.settings, other, copy, 'rents')
  try {
    expect(await verdict(inCopy)).toMatchObject({ result: 'good' })
    expect(await verdict(onOrigin)).toMatchObject({
      result: 'bad',
      problems: ['The list is signed with a key that is none of the published ones.'],
    })
  } finally {
    await exportFrom(service, service.settings, privateKey, copy, 'rents')
  }
})

test('a copy that a withdrawn key has signed is refused on the origin', async () => {
  const { privateKey: stolen } = generateKeyPairSync('ed25519')
  const copy = join(folder, 'copy')
  await exportFrom(service, service.settings, stolen, copy, 'rents')
  await withdrawKey(service.payload, publicKeyOf(stolen).kid)
  try {
    expect(await verdict(onOrigin)).toMatchObject({
      result: 'bad',
      problems: [expect.stringContaining('a key that has been withdrawn')],
    })
  } finally {
    await exportFrom(service, service.settings, privateKey, copy, 'rents')
  }
})

test('where there is no copy, and where the browser knows no Ed25519, that is said', async () => {
  const nowhere = await verdict(async (page) => {
    await page.goto(`${service.url}/verify?locale=en#${encodeURIComponent(`${service.url}/x/`)}`)
  })
  expect(nowhere.result).toBe('bad')
  const old = await verdict(async (page) => {
    await page.addInitScript(() => {
      crypto.subtle.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'))
    })
    await inCopy(page)
  })
  expect(old).toMatchObject({ result: 'unsigned', problems: [expect.stringContaining('Ed25519')] })
})
