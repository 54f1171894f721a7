import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../src/install.mjs'
import { findOnPath, run } from './commands.ts'

const cache = join(projectRoot, '.cache', 'schemathesis')

// Pinned, so that every machine asks the same kind of questions.
const version = '4.32.5'
const folder = join(cache, version)

/** A program and the folder of its modules, for PYTHONPATH; or why there is none. */
export type ProvidedModule = { path: string; modules: string } | { missing: string }

/** Finds schemathesis in .cache/, or installs it there the first time. */
export async function provideSchemathesis(): Promise<ProvidedModule> {
  const path = join(folder, 'bin', 'schemathesis')
  try {
    if (!(await exists(path))) await install()
    await run(path, ['--version'], { timeout: 60_000, env: { PYTHONPATH: folder } })
    return { path, modules: folder }
  } catch (error) {
    return { missing: `no schemathesis (${(error as Error).message})` }
  }
}

const exists = (path: string) => stat(path).then(Boolean, () => false)

/** Into a folder, for an environment of its own takes a package that Debian leaves out of Python. */
async function install(): Promise<void> {
  const python = findOnPath('python3')
  if (!python) throw new Error('no python3 on the PATH')
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'download-'))
  try {
    console.log('Installing schemathesis (90 MB, once) …')
    const pip = ['-m', 'pip', 'install', '--quiet', '--target', work, `schemathesis==${version}`]
    await run(python, pip, { timeout: 600_000 })
    // Renamed into place whole: a run beside this one never sees half of it.
    await rename(work, folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
