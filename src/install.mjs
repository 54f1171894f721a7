// Runs before node_modules exists: nothing but Node's own modules may be imported here.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { takeTurn } from './take-turn.mjs'

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

const oldestNode = [20, 20]

/** One clear line when this Node is too old, else undefined. */
export function unsupportedNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOldEnough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
  return isOldEnough
    ? undefined
    : `Handbill needs Node ${oldestNode.join('.')} or newer; this is Node ${version}.`
}

/**
 * Why `npm ci` has to run in `root`, or undefined when what the lock file names is installed.
 * The stamp decides by content, because a checkout touches the lock's mtime without changing it;
 * modification times are asked only when npm ran by hand after the stamp was written.
 */
export function reasonToInstall(root) {
  const lock = join(root, 'package-lock.json')
  const installed = modifiedAt(join(root, 'node_modules', '.package-lock.json'))
  // npm writes this file last, so an interrupted install lacks it.
  if (installed === undefined) return 'node_modules is missing or incomplete'
  if (readStamp(root) === hashOf(lock)) return undefined
  const stamped = modifiedAt(stampOf(root)) ?? 0
  const npmRanSince = installed > stamped && installed >= (modifiedAt(lock) ?? 0)
  return npmRanSince ? undefined : 'node_modules does not match package-lock.json'
}

/** Remembers inside node_modules which lock file it was installed from. */
export function stampInstall(root) {
  const hash = hashOf(join(root, 'package-lock.json'))
  if (readStamp(root) === hash) return
  try {
    writeFileSync(stampOf(root), hash)
  } catch (error) {
    // A read-only checkout is still an installed one; it is only judged by times again next time.
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error
  }
}

/** Installs what the lock file names when it is not there. Throws an Error with one clear line. */
export async function ensureInstalled(root = projectRoot) {
  const refusal = unsupportedNode()
  if (refusal) throw new Error(refusal)
  if (!reasonToInstall(root)) return stampInstall(root)

  const turn = await takeTurn(root, 'installing')
  try {
    // Asked again: the process that had the turn before has probably installed everything.
    const reason = reasonToInstall(root)
    if (!reason) return
    console.log(`Installing (${reason}): npm ci, about a minute or two …`)
    await npmCi(root, turn)
    stampInstall(root)
  } finally {
    turn.end()
  }
}

const stampOf = (root) => join(root, 'node_modules', '.handbill-lock-sha256')

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')

function readStamp(root) {
  const stamp = stampOf(root)
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : undefined
}

const modifiedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs

function npmCi(root, turn) {
  // `npm start` names the npm that runs it, which need not be on the PATH.
  const running = process.env.npm_execpath
  const [command, ...prefix] =
    running && basename(running) === 'npm-cli.js' ? [process.execPath, running] : ['npm']
  const args = [...prefix, 'ci', '--include=dev', '--no-audit', '--no-fund']
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // The tests fetch a mongod when they need one; a server on SQLite never does.
    env: { ...process.env, MONGOMS_DISABLE_POSTINSTALL: '1' },
  })
  if (child.pid) turn.handTo(child.pid)
  const forward = (signal) => child.kill(signal)
  process.on('SIGINT', forward).on('SIGTERM', forward)
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`npm ci could not start: ${error.message}`)))
    child.once('close', (code, signal) => {
      if (code === 0) resolve()
      else
        reject(new Error(`npm ci failed (${signal ?? `exit code ${code}`}); see its output above.`))
    })
  }).finally(() => process.off('SIGINT', forward).off('SIGTERM', forward))
}
