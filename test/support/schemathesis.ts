import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../src/install.mjs'
import { findOnPath, type Provided, run } from './commands.ts'

const cache = join(projectRoot, '.cache', 'schemathesis')

// Pinned, so that every machine asks the same kind of questions.
const version = '4.32.5'
const environment = join(cache, version)

/** Finds schemathesis in .cache/, or installs it there the first time. */
export async function provideSchemathesis(): Promise<Provided> {
  const path = join(environment, 'bin', 'schemathesis')
  try {
    if (!(await exists(path))) await install()
    await run(path, ['--version'], { timeout: 60_000 })
    return { path }
  } catch (error) {
    return { missing: `no schemathesis (${(error as Error).message})` }
  }
}

const exists = (path: string) => stat(path).then(Boolean, () => false)

async function install(): Promise<void> {
  const python = findOnPath('python3')
  if (!python) throw new Error('no python3 on the PATH')
  console.log('Installing schemathesis (94 MB, once) …')
  await mkdir(cache, { recursive: true })
  // Scripts in an environment name its folder, so it is made where it stays, and is whole once it is marked.
  await rm(environment, { recursive: true, force: true })
  await run(python, ['-m', 'venv', environment], { timeout: 120_000 })
  const pip = join(environment, 'bin', 'pip')
  const hidden = join(environment, 'bin', 'schemathesis')
  await run(pip, ['install', '--quiet', `schemathesis==${version}`], { timeout: 600_000 })
  // A run that was cut off leaves none.
  await rename(hidden, `${hidden}.whole`)
  await rename(`${hidden}.whole`, hidden)
}
