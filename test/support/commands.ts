import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What a program that the tests need turned out to be: its path, or why there is none. */
export type Provided = { path: string } | { missing: string }

/** The path of the first of `names` that can be executed from the PATH. */
export function findOnPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Runs a program to its end and returns its output. Throws an Error that quotes its last line. */
export function run(
  command: string,
  args: string[],
  options: { timeout: number; env?: Record<string, string>; signal?: AbortSignal },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
      timeout: options.timeout,
      killSignal: 'SIGKILL',
      signal: options.signal,
    })
    let output = ''
    const keep = (chunk: string) => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    child.once('error', (error) => reject(options.signal?.reason ?? error))
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(output)
      const lastLine = output.trim().split('\n').at(-1)?.trim()
      reject(new Error(signal ? `stopped by ${signal}` : lastLine || `exit ${code}`))
    })
  })
}

/** Whether packages may be installed here: only where nobody is asked for a password. */
export function canInstallPackages(): boolean {
  return (
    process.getuid?.() === 0 &&
    existsSync('/etc/debian_version') &&
    findOnPath('apt-get') !== undefined
  )
}

/** Installs one Debian package. */
export async function installPackage(name: string): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  console.log(`Installing ${name} with apt-get, about a minute …`)
  await run('apt-get', ['update'], { timeout: 180_000, env })
  await run('apt-get', ['install', '-y', name], { timeout: 600_000, env })
}
