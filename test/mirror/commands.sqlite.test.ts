import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportCommand } from '../../src/mirror/export/export-command.ts'
import { makeCampaign } from '../support/campaign.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let folder: string
let copy: string
/** Where the commands look for what is beside the database. */
let data: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handbill-commands-'))
  copy = join(folder, 'copy')
  service = await startService()
  await makeCampaign(await service.as('admin'))
  const { database, dataDir } = service.settings
  data = dirname(database.kind === 'sqlite' ? database.file : '')
  await cp(join(dataDir, 'media'), join(data, 'media'), { recursive: true })
})
afterAll(async () => {
  await service?.stop()
  await rm(folder, { recursive: true, force: true })
})

function run(
  command: 'export' | 'keys' | 'verify',
  args: string[],
  env: Record<string, string> = {},
) {
  const { database } = service.settings
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`src/mirror/${command}.mjs`, ...args],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_ENV: 'test',
        DATABASE_URL: database.kind === 'sqlite' ? `file:${database.file}` : '',
        PAYLOAD_SECRET: service.settings.secret,
        ...env,
      },
    },
  )
  return { status, stdout, stderr }
}

test('export and verify beside a running server, with a key that is made once', {
  timeout: 120_000,
}, async () => {
  const args = ['--out', copy, '--campaign', 'rents']
  const first = run('export', args)
  expect(first).toMatchObject({ status: 0, stderr: '' })
  expect(first.stdout).toMatch(
    /^\d+ files, .* written to .*\nState of .*\nSigned by {2}[\w-]{43}\n$/,
  )
  const list = await readFile(join(copy, 'manifest.json'))
  expect(run('export', args)).toEqual(first)
  expect(await readFile(join(copy, 'manifest.json'))).toEqual(list)

  expect((await stat(join(data, 'signing-key.pem'))).mode & 0o777).toBe(0o600)

  const keys = join(folder, 'keys.json')
  await writeFile(keys, (await service.reader.get('/.well-known/handbill-keys.json')).text)
  expect(run('verify', [copy, '--key', keys])).toMatchObject({ status: 0, stderr: '' })
  const own = run('verify', [copy])
  expect(own.status).toBe(0)
  expect(own.stdout).toContain('The key came with the copy')

  await writeFile(join(copy, 'claims/rents-rose/index.html'), 'Rents fell')
  await writeFile(join(copy, 'extra.html'), '')
  await rm(join(copy, 'feeds/rents.atom'))
  const changed = run('verify', [copy])
  expect(changed.status).toBe(1)
  expect(changed.stdout).toMatch(
    /^differs {2}claims\/rents-rose\/index\.html\nmissing {2}feeds\/rents\.atom\nextra {4}extra\.html\nNot intact\.\nThe signature is valid\./,
  )
})

test('a stolen key is withdrawn, and another one signs', { timeout: 120_000 }, async () => {
  const { key: stolen } = JSON.parse(await readFile(join(copy, 'manifest.json'), 'utf8'))
  const withdrawn = run('keys', ['withdraw', stolen])
  expect(withdrawn).toMatchObject({ status: 0, stderr: '' })
  expect(withdrawn.stdout).toMatch(
    new RegExp(`^${stolen} is withdrawn\\.\\n${stolen} {2}since .*, withdrawn [\\d-]+\\n$`),
  )
  const rotated = run('keys', ['rotate'])
  expect(rotated).toMatchObject({ status: 0, stderr: '' })
  const [, next] = /^Copies are signed by ([\w-]{43}) from now on\./.exec(rotated.stdout) ?? []
  expect(next).not.toBe(stolen)
  expect(run('export', ['--out', copy, '--campaign', 'rents']).stdout).toContain(
    `Signed by  ${next}\n`,
  )
})

test.each([
  ['export', ['--out'], /^Option '--out <value>' .*\n$/],
  ['keys', ['withdraw'], /^Accepted: rotate, withdraw .*\n$/],
  ['verify', [], /^Which copy\? .*\n$/],
  ['verify', ['a', 'b'], /^One copy at a time, not also: b\n$/],
] as const)('%s %j is told in one line, with exit code 2', (command, args, line) => {
  const { status, stdout, stderr } = run(command, [...args])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(line)
})

// The program, which takes two seconds to load, is the same as above.
test.each([
  [[], /^Where to\? .*$/],
  [['--force'], /^Unknown option '--force' .*$/],
  [['somewhere'], /^Unexpected argument 'somewhere'.*$/],
])('export %j is told as well', async (args, line) => {
  const mistake = { name: 'ArgumentError', message: expect.stringMatching(line) }
  await expect(exportCommand(args)).rejects.toMatchObject(mistake)
})

test.each([
  ['verify', ['nowhere'], {}, /^nowhere: no copy: .*\n$/],
  ['verify', ['nowhere', '--key', 'none.json'], {}, /^--key: none\.json: no such file\n$/],
  ['verify', ['nowhere', '--key', 'package.json'], {}, /^--key: package\.json holds no .*\n$/],
  ['verify', ['x', '--key', 'http://127.0.0.1:1/'], {}, /^--key: http:\/\/127\.0\.0\.1:1\/: .*\n$/],
  ['keys', ['withdraw', 'nothing'], {}, /^There is no published key nothing; .*\n$/],
  ['keys', ['withdraw', `-w${'A'.repeat(41)}`], {}, /^There is no published key -wA+; .*\n$/],
  ['export', ['--out', 'x'], { HANDBILL_SIGNING_KEY: 'abc' }, /HANDBILL_SIGNING_KEY: accepted: an/],
  [
    'export',
    ['--out', 'x'],
    { DATABASE_URL: 'mongodb://127.0.0.1:1/x' },
    /^HANDBILL_SIGNING_KEY: required with MongoDB .*\n$/,
  ],
] as const)('%s %j fails in one line, with exit code 1', (command, args, env, line) => {
  const { status, stdout, stderr } = run(command, [...args], env)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(line)
})
