import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeLogOf } from '../../src/cms/changes/change-log.ts'
import { compact } from '../../src/cms/changes/compact.ts'
import { type Copy, everything, publicCopy } from '../support/copies.ts'
import { startBeside, startService, type TestService } from '../support/service.ts'
import { arbitraryStep, type World, writes } from './coherence.ts'

/*
 * The guide's mirror script, run as a partner runs it. A copy is exact when its files are, byte for byte, the
 * canonical JSON of what REST tells; the script itself compares each with its digest.
 */

const run = promisify(execFile)
const script = resolve('docs/guide/mirror.mjs')
const hour = 3_600_000

let service: TestService
let world: World
let folder: string
beforeAll(async () => {
  service = await startService()
  world = { service, admin: await service.as('admin'), documents: [], slugs: [] }
  folder = await mkdtemp(join(tmpdir(), 'handbill-mirror-'))
})
afterAll(async () => {
  await service?.stop()
  await rm(folder, { recursive: true, force: true })
})

const mirror = (url: string, name: string, collections: string[] = []) =>
  run(process.execPath, [script, url, join(folder, name), ...collections])

async function copyIn(name: string): Promise<Copy> {
  const documents = join(folder, name, 'documents')
  const files = await readdir(documents, { recursive: true }).catch(() => [] as string[])
  const copy: Copy = new Map()
  for (const file of files.filter((one) => one.endsWith('.json'))) {
    copy.set(file.slice(0, -'.json'.length), await readFile(join(documents, file), 'utf8'))
  }
  return copy
}

async function expectExact(name: string, collections = everything): Promise<void> {
  expect(await copyIn(name)).toEqual(await publicCopy(service.reader, collections))
}

const arbitrarySteps = (count: number) =>
  fc.array(arbitraryStep(Object.keys(writes)), { minLength: count, maxLength: count })

async function write(steps: { kind: string; a: number; b: number; c: number }[]): Promise<void> {
  for (const step of steps) await writes[step.kind]?.(step, world)
}

/** Withdraws something, and has the log forget that. */
async function forget(): Promise<void> {
  const data = { statement: 'Withdrawn', _status: 'published' }
  const { body } = await world.admin.post('/api/claims', data)
  await world.admin.delete(`/api/claims/${body.doc.id}`)
  await world.admin.post('/api/claims', { ...data, statement: 'After it' })
  await compact(service.payload, { history: 0, tombstones: 0 }, Date.now() + hour)
}

test('the mirror script keeps an exact copy, also of one collection, whatever is written', async () => {
  const text = await readFile(script, 'utf8')
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
  expect(await readFile('docs/guide/sync.md', 'utf8')).toContain(`\`\`\`js\n${text}\`\`\``)
  let runs = 0
  let mirrored = 0
  const property = fc.asyncProperty(arbitrarySteps(12), async (steps) => {
    await write(steps)
    // Random steps may leave nothing that is public; an empty copy is no test.
    const claim = { statement: `There in run ${runs}`, _status: 'published' }
    const { body } = await world.admin.post('/api/claims', claim)
    expect(body.doc.id).toEqual(expect.any(String))
    // Now and then the log is folded, the server started anew, and the script run while there are writes.
    if (runs % 2 === 1) {
      await compact(service.payload, { history: 0, tombstones: 90 }, Date.now() + hour)
    }
    const server = runs % 3 === 2 ? await startBeside(service) : service
    try {
      await Promise.all([
        mirror(server.url, 'all'),
        mirror(server.url, 'claims', ['claims']),
        write(steps.slice(0, 4)),
      ])
      await Promise.all([
        mirror(server.url, 'all'),
        mirror(server.url, 'claims', ['claims']),
        mirror(server.url, `new-${runs}`),
      ])
    } finally {
      if (server !== service) await server.stop()
    }
    await expectExact('all')
    await expectExact('claims', ['claims'])
    await expectExact(`new-${runs}`)
    mirrored += (await copyIn('claims')).size
    runs++
  })
  await fc.assert(property, { numRuns: 4, endOnFailure: true })
  expect(mirrored).toBeGreaterThan(0)
}, 120_000)

test('it starts over when its token is too old', async () => {
  await mirror(service.url, 'old')
  await forget()
  expect(await changeLogOf(service.payload)?.log.horizon()).toBeGreaterThan(0)
  // What a tombstone that nobody has any more would have removed.
  const stale = join(folder, 'old', 'documents', 'claims', `${'f'.repeat(24)}.json`)
  await mirror(service.url, 'old')
  await writeFile(stale, '{}')
  const token = await readFile(join(folder, 'old', 'token'), 'utf8')
  await forget()
  await mirror(service.url, 'old')
  await expectExact('old')
  expect(await readFile(join(folder, 'old', 'token'), 'utf8')).not.toBe(token)
})

test('it says what is wrong, and keeps its copy', async () => {
  await mirror(service.url, 'kept')
  await expect(mirror(service.url, 'kept', ['users'])).rejects.toThrow(
    'accepted: some of campaigns',
  )
  await expectExact('kept')
})
