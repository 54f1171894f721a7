import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { checkArchive } from '../../src/backup/archive/read-archive.ts'
import { makeBackup } from '../../src/backup/make-backup.ts'
import { openPlace } from '../../src/backup/place/place.ts'
import { createService } from '../../src/service.ts'
import type { Settings } from '../../src/settings.ts'
import { freshDatabase } from '../support/databases.ts'
import { addEveryKind } from '../support/every-kind.ts'
import { endPrograms, runProgram } from '../support/program.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let folder: string
let backup: string
let manifest: Awaited<ReturnType<typeof checkArchive>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handbill-restores-'))
  backup = join(folder, 'backup.tar.gz')
  service = await startService()
  await addEveryKind(service)
  await makeBackup(service.settings, backup, { keys: false })
  manifest = await checkArchive(backup)
})
afterAll(async () => {
  await endPrograms()
  await service?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** An empty place, and what starts a restore into it. */
async function emptyPlace() {
  const { url, drop } = await freshDatabase()
  onTestFinished(drop)
  const { database, secret } = service.settings
  const file = url.replace('file:', '')
  const settings: Settings = {
    ...service.settings,
    ...(database.kind === 'sqlite'
      ? { dataDir: dirname(file), database: { kind: 'sqlite', file } }
      : { dataDir: await mkdtemp(join(folder, 'data-')), database: { ...database, url } }),
  }
  const env = { NODE_ENV: 'test', DATABASE_URL: url, PAYLOAD_SECRET: secret }
  const start = () =>
    runProgram(process.cwd(), '--input-type=module', env, [
      '--eval',
      "(await import('./src/compile.mjs')).runCompiled('test/contracts/programs/restore.ts')",
      '--',
      backup,
      settings.dataDir,
    ])
  return { settings, start }
}

/** How many claims a restore has put there so far. */
async function countClaims({ database, dataDir }: Settings): Promise<number> {
  if (database.kind === 'mongodb') {
    const client = new MongoClient(database.url)
    const counted = client.db().collection('claims').countDocuments()
    return counted.finally(() => client.close())
  }
  const file = join(dataDir, '.restoring/content.db')
  if (!existsSync(file)) return 0
  const client = createClient({ url: `file:${file}` })
  const counted = client.execute('SELECT count(*) AS n FROM claims').then(({ rows }) => rows[0]?.n)
  return Number(await counted.catch(() => 0).finally(() => client.close()))
}

/** A restore that is at it. */
async function midway({ settings, start }: Awaited<ReturnType<typeof emptyPlace>>) {
  const restore = start()
  let hasEnded = false
  void restore.ended.then(() => {
    hasEnded = true
  })
  while ((await countClaims(settings)) === 0) {
    if (hasEnded) throw new Error(restore.output())
    await sleep(20)
  }
  return restore
}

/** Nothing more and nothing less than what was backed up. */
async function expectWhole(settings: Settings) {
  const file = join(folder, `again-${settings.dataDir.replaceAll('/', '-')}.tar.gz`)
  const { parts, public: seen, media } = await makeBackup(settings, file, { keys: false })
  expect({ parts, seen, media }).toEqual({
    parts: manifest.parts,
    seen: manifest.public,
    media: manifest.media,
  })
  expect(existsSync(join(settings.dataDir, '.restoring'))).toBe(false)
}

test('one that is killed midway is taken for nothing, and the next one brings all', async () => {
  const place = await emptyPlace()
  const { settings } = place
  const killed = await midway(place)
  killed.send('SIGKILL')
  expect(await killed.ended).toEqual({ code: null, signal: 'SIGKILL' })
  if (settings.database.kind === 'sqlite') expect(existsSync(settings.database.file)).toBe(false)
  else await expect(createService(settings)).rejects.toThrow('has not come to its end')

  const next = place.start()
  expect(await next.ended, next.output()).toMatchObject({ code: 0 })
  await expectWhole(settings)
})

test('of two at once the second is refused, and the first is not disturbed', async () => {
  const { settings, start } = await emptyPlace()
  const first = await openPlace(settings)
  const second = start()
  expect(await second.ended).toMatchObject({ code: 1 })
  expect(second.output()).toMatch(/: another restore is filling this (place|database)\n$/)
  await first.finish()
})
