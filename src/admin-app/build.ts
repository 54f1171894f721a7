import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { join, relative } from 'node:path'

/** Every program starts in the checkout; the address of this module is that of the compiled server. */
export const projectRoot = process.cwd()

const buildDir = join(projectRoot, '.next')
const stamp = join(buildDir, 'handbill-sources')

/** What the admin is made from. */
const sources = [
  'src/admin',
  'src/admin-app/shared-config.ts',
  'src/app',
  'next.config.mjs',
  'package-lock.json',
]

/** Whether there is a finished build of the admin, made from the sources as they are. */
export function isBuilt(): boolean {
  const isFinished = existsSync(join(buildDir, 'BUILD_ID'))
  return isFinished && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

/**
 * Builds the admin in a process of its own.
 *
 * @param onLine is given what the build prints, a line at a time
 * @returns the process, and the promise of its end, which fails with the build
 */
export function build(onLine: (line: string) => void): {
  child: ChildProcess
  done: Promise<void>
} {
  const made = fingerprint()
  const next = join(projectRoot, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Readers come first: the build takes what processor time they leave.
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (line.trim()) onLine(line.trimEnd())
    })
  }
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (code !== 0)
        return reject(new Error(`The build of the admin ended with ${code ?? signal}.`))
      writeFileSync(stamp, made)
      resolve()
    })
  })
  return { child, done }
}

/** A digest of the sources' names and contents. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesIn).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(projectRoot, file)))
  }
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (!statSync(join(projectRoot, path)).isDirectory()) return [path]
  return readdirSync(join(projectRoot, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)))
}
