import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { projectRoot, reasonToInstall, stampInstall, unsupportedNode } from '../src/install.mjs'

const mismatch = 'node_modules does not match package-lock.json'

test.each(['20.20.0', '20.20.2', '22.0.0', '26.1.0'])('Node %s is new enough', (version) => {
  expect(unsupportedNode(version)).toBeUndefined()
})

test.each(['18.20.4', '20.19.5', '20.9.0'])('Node %s is refused in one line', (version) => {
  const line = `Handbill needs Node 20.20 or newer; this is Node ${version}.`
  expect(unsupportedNode(version)).toBe(line)
})

test('a fresh clone is installed, and so is one whose install was cut short', () => {
  const clone = newClone()
  expect(reasonToInstall(clone.root)).toBe('node_modules is missing or incomplete')
  mkdirSync(join(clone.root, 'node_modules'))
  expect(reasonToInstall(clone.root)).toBe('node_modules is missing or incomplete')
})

test('a plain npm ci by hand counts', () => {
  const clone = newClone()
  clone.writeLock('a', 100)
  clone.npmRan(200)
  expect(reasonToInstall(clone.root)).toBeUndefined()
})

test('a lock file newer than the install is installed', () => {
  const clone = newClone()
  clone.npmRan(100)
  clone.writeLock('b', 200)
  expect(reasonToInstall(clone.root)).toBe(mismatch)
})

test('a checkout that only touches the lock file installs nothing', () => {
  const clone = newClone()
  clone.npmRan(100)
  clone.stamp(101)
  clone.writeLock('1.0.0', 999)
  expect(reasonToInstall(clone.root)).toBeUndefined()
})

test('another lock file is installed even when its time is older', () => {
  const clone = newClone()
  clone.npmRan(100)
  clone.stamp(101)
  clone.writeLock('b', 50)
  expect(reasonToInstall(clone.root)).toBe(mismatch)
})

test('npm install by hand after a stamp counts', () => {
  const clone = newClone()
  clone.npmRan(100)
  clone.stamp(101)
  clone.writeLock('b', 200)
  clone.npmRan(201)
  expect(reasonToInstall(clone.root)).toBeUndefined()
})

test('two processes at once install one after the other, and only once', async () => {
  const clone = newClone()
  const runs = await Promise.all([clone.ensureInstalled(), clone.ensureInstalled()])
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0])
  expect(runs.filter(({ output }) => output.includes('Installing ('))).toHaveLength(1)
  expect(reasonToInstall(clone.root)).toBeUndefined()
  expect((await clone.ensureInstalled()).output).toBe('')
})

test('an install that fails says so in one line and is tried again the next time', async () => {
  const clone = newClone()
  writeFileSync(join(clone.root, 'package.json'), 'no JSON')
  const { exitCode, output } = await clone.ensureInstalled()
  expect(exitCode).toBe(1)
  expect(output.trimEnd().split('\n').at(-1)).toMatch(/^npm ci failed \(exit code 1\)/)
  expect(reasonToInstall(clone.root)).toBeDefined()
})

test('a turn left behind by a killed process is taken over', async () => {
  const clone = newClone()
  const dead = spawn(process.execPath, ['--version'])
  await new Promise((resolve) => dead.once('close', resolve))
  mkdirSync(join(clone.root, '.cache'))
  writeFileSync(join(clone.root, '.cache', 'installing.pid'), String(dead.pid))
  expect((await clone.ensureInstalled()).exitCode).toBe(0)
})

/** A package that depends on a folder of its own: the real `npm ci` is quick, with no network. */
function newClone() {
  const root = mkdtempSync(join(tmpdir(), 'handbill-install-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const lock = join(root, 'package-lock.json')
  const installed = join(root, 'node_modules', '.package-lock.json')
  const manifest = (version: string) => ({
    name: 'clone',
    version,
    dependencies: { part: 'file:part' },
  })
  const contents = (version: string) =>
    JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': manifest(version),
        part: { version: '1.0.0' },
        'node_modules/part': { resolved: 'part', link: true },
      },
    })
  const at = (file: string, seconds: number) => utimesSync(file, seconds, seconds)
  const clone = {
    root,
    writeLock(version: string, time: number) {
      writeFileSync(lock, contents(version))
      at(lock, time)
    },
    npmRan(time: number) {
      mkdirSync(join(root, 'node_modules'), { recursive: true })
      writeFileSync(installed, readFileSync(lock))
      at(installed, time)
    },
    stamp(time: number) {
      stampInstall(root)
      at(join(root, 'node_modules', '.handbill-lock-sha256'), time)
    },
    /** In a process of its own, as `npm start` and `npm test` do. */
    async ensureInstalled() {
      const script = `
        import { ensureInstalled } from ${JSON.stringify(pathToFileURL(join(projectRoot, 'src/install.mjs')))}
        await ensureInstalled(${JSON.stringify(root)}).catch((error) => {
          console.error(error.message)
          process.exit(1)
        })`
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
      let output = ''
      child.stdout.on('data', (chunk) => {
        output += chunk
      })
      child.stderr.on('data', (chunk) => {
        output += chunk
      })
      const exitCode = await new Promise((resolve) => child.once('close', resolve))
      return { exitCode, output }
    },
  }
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest('1.0.0')))
  mkdirSync(join(root, 'part'))
  writeFileSync(join(root, 'part', 'package.json'), '{"name":"part","version":"1.0.0"}')
  clone.writeLock('1.0.0', 100)
  return clone
}
