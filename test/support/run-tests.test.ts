import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { projectRoot } from '../../src/install.mjs'

const passing = `test('passes', () => {})`

test('passing tests are counted on the last line', () => {
  expect(runOn({ 'a.test.js': `${passing}; ${passing}`, 'b.test.js': passing })).toEqual({
    lastLine: '3 passed, 0 failed',
    exitCode: 0,
  })
})

test.each([
  ['a failing test', `${passing}; test('fails', () => expect(1).toBe(2))`, '1 passed, 1 failed'],
  ['a file that cannot be loaded', `throw new Error('broken')`, '0 passed, 1 failed'],
  [
    'a suite whose set-up breaks',
    `describe('s', () => { beforeAll(() => { throw new Error('broken') }); ${passing} })`,
    '0 passed, 1 failed, 1 skipped',
  ],
  [
    'an error that no test caught',
    `${passing}; test('t', async () => { Promise.reject(new Error('lost')); await new Promise((r) => setTimeout(r, 50)) })`,
    '2 passed, 1 failed',
  ],
  ['only skipped tests', `test.skip('later', () => {})`, '0 passed, 0 failed, 1 skipped'],
])('%s makes the run fail', (_, source, lastLine) => {
  expect(runOn({ 'a.test.js': source })).toEqual({ lastLine, exitCode: 1 })
})

test('a run without any test fails', () => {
  expect(runOn({})).toEqual({ lastLine: '0 passed, 0 failed', exitCode: 1 })
})

test('a skipped test is told, and is a failure in CI only', () => {
  const files = { 'a.test.js': `${passing}; test.skip('later', () => {})` }
  const lastLine = '1 passed, 0 failed, 1 skipped'
  expect(runOn(files)).toEqual({ lastLine, exitCode: 0 })
  expect(runOn(files, { isCI: true })).toEqual({ lastLine, exitCode: 1 })
})

/** A real vitest in a process of its own, over a folder from which `vitest` can be imported. */
function runOn(files: Record<string, string>, { isCI = false } = {}) {
  const cache = join(projectRoot, '.cache')
  mkdirSync(cache, { recursive: true })
  const root = mkdtempSync(join(cache, 'run-tests-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [name, source] of Object.entries(files)) writeFileSync(join(root, name), source)

  const selection = { patterns: [], options: { root, config: false, globals: true }, isCI }
  const script = `
    import { tsImport } from 'tsx/esm/api'
    import { startVitest } from 'vitest/node'
    const { runTests } = await tsImport('./test/support/run-tests.ts', import.meta.url)
    process.exit(await runTests(startVitest, ${JSON.stringify(selection)}))`
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    // The child is no worker of this vitest, though it inherits its environment.
    { cwd: projectRoot, encoding: 'utf8', env: { PATH: process.env.PATH, NODE_ENV: 'test' } },
  )
  return { lastLine: stdout.trimEnd().split('\n').at(-1), exitCode: status }
}
