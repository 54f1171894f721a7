import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkArchive } from '../../src/backup/archive/read-archive.ts'
import { writeArchive } from '../../src/backup/archive/write-archive.ts'
import { backupCommand } from '../../src/backup/backup-command.ts'
import { makeCampaign } from '../support/campaign.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let folder: string
let backup: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handbill-backup-'))
  backup = join(folder, 'backup.tar.gz')
  service = await startService()
  await makeCampaign(await service.as('admin'))
  const { database, dataDir } = service.settings
  // Where the commands look for what is beside the database.
  const data = dirname(database.kind === 'sqlite' ? database.file : '')
  await cp(join(dataDir, 'media'), join(data, 'media'), { recursive: true })
})
afterAll(async () => {
  await service?.stop()
  await rm(folder, { recursive: true, force: true })
})

const secret = 'a secret for the tests'

function run(command: 'backup' | 'restore', args: string[], env: Record<string, string> = {}) {
  const { database } = service.settings
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`src/backup/${command}.mjs`, ...args],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_ENV: 'test',
        DATABASE_URL: database.kind === 'sqlite' ? `file:${database.file}` : '',
        PAYLOAD_SECRET: secret,
        ...env,
      },
    },
  )
  return { status, stdout, stderr }
}

const at = (name: string) => ({ DATABASE_URL: `file:${join(folder, name, 'content.db')}` })

test('a backup is taken beside a running server and restored, with its keys', async () => {
  const taken = run('backup', [backup, '--keys'])
  expect(taken).toMatchObject({ status: 0, stderr: '' })
  expect(taken.stdout).toMatch(
    /^\d+ rows, \d+ media files, .* MB, written to .*\nState of {3}2.*Z, change \d+\nConfidential: .*, and the keys;/,
  )
  expect((await stat(backup)).mode & 0o777).toBe(0o600)
  expect(run('backup', [backup])).toMatchObject({
    status: 1,
    stderr: `${backup}: is there already; a backup takes a new file\n`,
  })

  const restored = run('restore', [backup], { ...at('restored'), PAYLOAD_SECRET: '' })
  expect(restored).toMatchObject({ status: 0, stderr: '' })
  expect(restored.stdout).toMatch(
    /^Restored and read back: \d+ rows, .*\nState of .*, from sqlite\nKeys {7}secret\n$/,
  )
  const files = await readdir(join(folder, 'restored'))
  expect(files.sort()).toEqual(expect.arrayContaining(['content.db', 'media', 'secret']))
  expect(await readFile(join(folder, 'restored/secret'), 'utf8')).toBe(secret)
  expect((await stat(join(folder, 'restored/secret'))).mode & 0o777).toBe(0o600)

  const again = run('restore', [backup], at('restored'))
  expect(again.status).toBe(1)
  expect(again.stderr).toMatch(
    /content\.db: a database is there already, with 1 campaigns, .* claims/,
  )
  expect(run('backup', [join(folder, 'second.tar.gz')], at('restored')).status).toBe(0)
})

test('without the keys it says what another secret means', () => {
  const file = join(folder, 'without-keys.tar.gz')
  expect(run('backup', [file]).status).toBe(0)
  const { status, stdout } = run('restore', [file], { ...at('keyless'), PAYLOAD_SECRET: '' })
  expect(status).toBe(0)
  expect(stdout).toContain('PAYLOAD_SECRET is not that of the backup')
})

test('a bad backup is refused in one line, and nothing is restored', async () => {
  const bytes = await readFile(backup)
  const tar = gunzipSync(bytes)
  const changed = Buffer.from(tar)
  changed.write('X', changed.indexOf('"statement"') + 1)
  const archive = async (name: string, files: Record<string, unknown>) => {
    const writer = writeArchive(join(folder, name))
    for (const [path, content] of Object.entries(files)) {
      await writer.add(path, Buffer.from(JSON.stringify(content)))
    }
    await writer.end()
  }
  await writeFile(join(folder, 'cut.tar.gz'), bytes.subarray(0, bytes.length / 2))
  await writeFile(join(folder, 'short.tar.gz'), gzipSync(tar.subarray(0, 51_200)))
  await writeFile(join(folder, 'changed.tar.gz'), gzipSync(changed))
  await writeFile(join(folder, 'text.tar.gz'), 'hello')
  await writeFile(join(folder, 'empty.tar.gz'), '')
  await archive('newer.tar.gz', { 'handbill-backup.json': { handbillBackup: 2 } })
  await archive('endless.tar.gz', { 'handbill-backup.json': { handbillBackup: 1 } })
  await archive('other.tar.gz', { 'package.json': {} })

  const told = (name: string) =>
    checkArchive(join(folder, name)).then(
      () => 'accepted',
      (error: Error) => error.message.replace(join(folder, name), 'FILE'),
    )
  expect(await told('cut.tar.gz')).toBe('FILE: not whole: it has been cut short')
  expect(await told('short.tar.gz')).toMatch(/^FILE: (not whole|damaged): .*$/)
  expect(await told('changed.tar.gz')).toMatch(
    /^FILE: (documents|versions)\/\S+ in it has been changed: .*$/,
  )
  expect(await told('text.tar.gz')).toBe('FILE: not a backup of Handbill')
  expect(await told('empty.tar.gz')).toMatch(/^FILE: not .*$/)
  expect(await told('newer.tar.gz')).toBe('FILE: made by a newer Handbill: format 2 (accepted: 1)')
  expect(await told('endless.tar.gz')).toBe('FILE: not whole: it ends before its list of files')
  expect(await told('other.tar.gz')).toBe('FILE: not a backup of Handbill')
  expect(await told('nowhere.tar.gz')).toBe('FILE: no such file')

  const damaged = run('restore', [join(folder, 'changed.tar.gz')], at('never'))
  expect(damaged).toMatchObject({ status: 1, stdout: '' })
  expect(damaged.stderr).toMatch(/^\S+: (documents|versions)\/\S+ in it has been changed: .*\n$/)
  const elsewhere = run('restore', [backup], { ...at('never'), HANDBILL_LOCALES: 'en' })
  expect(elsewhere.stderr).toMatch(/^HANDBILL_LOCALES: it holds content in es .*\n$/)
  expect(await readdir(join(folder, 'never')).catch(() => [])).toEqual([])
})

test('a mistake in the arguments is told in one line, with exit code 2', async () => {
  const { status, stdout, stderr } = run('restore', ['--force'])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^Unknown option '--force' .*\n$/)
  const told = (args: string[]) => backupCommand(args).catch(String)
  expect(await told([])).toMatch(/^ArgumentError: To which file\? .*$/)
  expect(await told(['a', 'b'])).toBe('ArgumentError: One file, not also: b')
})
