import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { flyerSchema } from '../../src/importer/flyer.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs the command with a database that would be made in the folder. */
const runImport = (...args: string[]) =>
  spawnSync(process.execPath, ['src/importer/cli.mjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: `file:${folder}/data/content.db` },
  })

it('a dry run prints the flyer as it is understood, and needs no database', async () => {
  const { status, stderr, stdout } = runImport('seed/cloud-contracts.en.md', '--dry-run', '--json')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const flyer = flyerSchema.parse(JSON.parse(stdout))
  expect(Object.keys(flyer)).toEqual([
    ...['campaign', 'sections', 'claims', 'demands', 'resources', 'warnings'],
  ])
  expect(flyer.claims).toHaveLength(6)
  expect(await readdir(folder)).toEqual([])
})

it.each([
  ['no flyer', [], /^Which flyer\? .*\n$/],
  ['an option it does not have', ['a.md', '--force'], /^Unknown option '--force' .*\n$/],
  ['two flyers', ['a.md', 'b.md'], /^One flyer at a time.*\n$/],
  ['a flyer that is not there', ['a.md'], /^a\.md: no such file\n$/],
  ['50 MB', ['large.md'], /^[^\n]*large\.md: larger than[^\n]*\n$/],
])('%s is one line on stderr and exit code 1, with nothing written', async (_, args, line) => {
  const large = join(folder, 'large.md')
  await writeFile(large, '# Title')
  await truncate(large, 50 * 1024 * 1024)
  const paths = args.map((arg) => (arg === 'large.md' ? large : arg))
  const { status, stderr, stdout } = runImport(...paths)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(line)
  expect(await readdir(folder)).toEqual(['large.md'])
})
