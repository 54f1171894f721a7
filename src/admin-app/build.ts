import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { takeTurn } from '../take-turn.mjs'

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

export type Building = {
  /** Stops the build, or the wait for another process's. */
  signal?: AbortSignal
  onStart?(): void
  /** Is given what the build prints, a line at a time. */
  onLine?(line: string): void
  onEnd?(): void
}

/**
 * Builds the admin unless that is done, in a process of its own; one process at a time.
 *
 * @returns when there is a build
 * @throws Error when the build fails or is stopped; the next call begins anew
 */
export async function ensureBuilt({ signal, onStart, onLine, onEnd }: Building): Promise<void> {
  if (isBuilt()) return
  const turn = await takeTurn(projectRoot, 'building the admin', signal)
  try {
    // Asked again: the process that had the turn before has probably built it.
    if (isBuilt()) return
    onStart?.()
    await build(turn, { onLine, signal })
    onEnd?.()
  } finally {
    turn.end()
  }
}

/** Whether there is a finished build of the admin, made from the sources as they are. */
function isBuilt(): boolean {
  const isFinished = existsSync(join(buildDir, 'BUILD_ID'))
  return isFinished && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

type Turn = Awaited<ReturnType<typeof takeTurn>>

async function build(turn: Turn, { onLine, signal }: Building): Promise<void> {
  const made = fingerprint()
  // A build that ends halfway leaves a mixture, which must not pass for the build before it.
  rmSync(stamp, { force: true })
  const next = join(projectRoot, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (child.pid) {
    turn.handTo(child.pid)
    // Readers come first: the build takes what processor time they leave.
    setPriority(child.pid, constants.priority.PRIORITY_LOW)
  }
  const stop = () => child.kill()
  signal?.addEventListener('abort', stop)
  for (const output of [child.stdout, child.stderr]) {
    createInterface(output).on('line', (line) => line.trim() && onLine?.(line))
  }
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code, reason) => {
        if (code === 0) resolve()
        else reject(new Error(`The build of the admin ended with ${code ?? reason}.`))
      })
    })
  } finally {
    signal?.removeEventListener('abort', stop)
  }
  writeFileSync(stamp, made)
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
