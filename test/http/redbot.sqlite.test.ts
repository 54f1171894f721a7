import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../src/install.mjs'
import { addEveryKind } from '../support/every-kind.ts'
import { type PythonPackage, providePackage } from '../support/python-package.ts'
import { startService, type TestService } from '../support/service.ts'

const redbot = await providePackage('redbot', '2.7.1')

/** What it finds in answers that are as they are meant. */
const meant = [
  // Node tells browsers for how long it keeps a connection, so that none is closed under a request.
  /^The Keep-Alive header is deprecated/,
  // Said twice, for caches that know one of the two: "public" and "s-maxage", "private" and "no-store".
  /^Cache-Control: public is probably not necessary/,
  /^The no-store cache directive overrides/,
  // The same address has an answer for editors, one for partners, one a language, one a form, and earlier ones.
  /^This resource varies in \d ways/,
  // It takes the styles that a page may have inline for scripts.
  /^Inline scripts are allowed/,
  // What is not kept is made anew each time: to compare it would cost as much.
  /^This response cannot be served from cache without validation/,
  // It asks for something wrong.
  /^The server didn't understand the request/,
]

let service: TestService
let ids: Awaited<ReturnType<typeof addEveryKind>>
let file: string
beforeAll(async () => {
  service = await startService({ HANDBILL_SECURITY_CONTACT: 'security@example.org' })
  ids = await addEveryKind(service)
  file = (await service.reader.get(`/api/media/${ids.media}`)).body.url
})
afterAll(() => service.stop())

test.skipIf(!redbot)('REDbot finds no answer that HTTP forbids', async () => {
  const kept = ['If-None-Match']
  const expected: [path: string, status: number, supports: string[]][] = [
    ['/api/claims', 200, kept],
    [`/api/claims/${ids.claim}`, 200, kept],
    ['/api/claims/slug/it-is-so', 200, kept],
    ['/api/claims/count', 200, kept],
    ['/api/campaigns/everything/bundle', 200, kept],
    ['/api/graphql?query=%7BClaims%7BtotalDocs%7D%7D', 200, kept],
    ['/api/graphql?query=%7Bnonsense%7D', 200, []],
    [`/api/claims/${ids.claim}/revisions/1`, 200, kept],
    [`/api/claims/${ids.claim}/timemap`, 200, []],
    ['/api/openapi.json', 200, kept],
    ['/api/changes', 200, []],
    ['/feeds/claims.atom', 200, kept],
    ['/feeds/claims.json', 200, kept],
    ['/claims/it-is-so', 200, kept],
    ['/claims/it-is-so/timemap', 200, []],
    [new URL(file, service.url).pathname, 200, [...kept, 'Range']],
    ['/graphql', 200, kept],
    ['/docs', 200, kept],
    ['/embed.js', 200, kept],
    ['/.well-known/security.txt', 200, []],
    ['/health/ready', 200, []],
    ['/api/campaigns/slug/old-name', 308, []],
    ['/api/claims?limit=0', 400, []],
    ['/api/claims?draft=true', 403, []],
    ['/api/claims/slug/never-was', 404, []],
    ['/claims/never-was', 404, []],
    ['/api/nonsense', 404, []],
    ['/nonsense', 404, []],
    ['/api/claims/slug/gone', 410, []],
    ['/claims/gone', 410, []],
  ]
  // It cannot look up the name that the machine has for itself.
  const base = service.url.replace('localhost', '127.0.0.1')
  const found = await ask(expected.map(([path]) => base + path))
  const told = found.map(({ status, supports, problems }, i) => [
    ...[expected[i]?.[0], status, supports],
    ...problems.filter((problem) => !meant.some((one) => one.test(problem))),
  ])
  expect(told).toEqual(expected)
})

type Report = {
  status: number
  supports: string[]
  problems: string[]
}

async function ask(urls: string[]): Promise<Report[]> {
  const { python, modules } = redbot as PythonPackage
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: modules }
  const child = spawn(python, [join(projectRoot, 'test/http/ask_redbot.py')], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(urls))
  return JSON.parse(await text(child.stdout))
}
