import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { projectRoot } from '../../src/install.mjs'
import { spawnTied } from './tied-process.ts'

// The program writes down its own id and then stays.
const program = (folder: string) => ['-c', `echo $$ > "${folder}/pid"; exec sleep 60`]

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'a process that dies by %s takes its program and the data with it',
  async (signal) => {
    const folder = temporaryFolder()
    const owner = await ownerOf(folder)
    const pid = await programIn(folder)
    expect(isAlive(pid)).toBe(true)
    owner.kill(signal)
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5_000)
    await vi.waitFor(() => expect(existsSync(folder)).toBe(false), 5_000)
  },
)

test('stop ends the program and removes its data', async () => {
  const folder = temporaryFolder()
  const { stop, exited } = spawnTied(folder, 'sh', program(folder))
  const pid = await programIn(folder)
  await stop()
  await exited
  expect(isAlive(pid)).toBe(false)
  expect(existsSync(folder)).toBe(false)
})

test('a program that ends by itself is noticed', async () => {
  const { exited, stop } = spawnTied(temporaryFolder(), 'sh', ['-c', 'exit 3'])
  await exited
  await stop()
})

function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-tied-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Another process that has started the program. */
async function ownerOf(folder: string): Promise<ChildProcess> {
  const module = pathToFileURL(join(projectRoot, 'test/support/tied-process.ts')).href
  const script = `
    import { spawnTied } from ${JSON.stringify(module)}
    spawnTied(${JSON.stringify(folder)}, 'sh', ${JSON.stringify(program(folder))})`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script]
  const owner = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'ignore' })
  onTestFinished(() => void owner.kill('SIGKILL'))
  await once(owner, 'spawn')
  return owner
}

function programIn(folder: string): Promise<number> {
  return vi.waitFor(() => {
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
    expect(pid).toBeGreaterThan(0)
    return pid
  }, 10_000)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
