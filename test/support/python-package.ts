import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../src/install.mjs'
import { findOnPath, run } from './commands.ts'

/** A Python, and the folder of a package's modules, for PYTHONPATH. */
export type PythonPackage = { python: string; modules: string }

const cache = join(projectRoot, '.cache')

/**
 * Finds a package of Python's index in .cache/, or installs it there the first time: into a folder, for an environment
 * of its own takes a package that Debian leaves out of Python.
 *
 * @param version pinned, so that every machine tests with the same
 * @returns undefined where it cannot be had, and tests of it are skipped
 */
export async function providePackage(
  name: string,
  version: string,
): Promise<PythonPackage | undefined> {
  const modules = join(cache, `${name}-${version}`)
  try {
    const python = findOnPath('python3')
    if (!python) throw new Error('no python3 on the PATH')
    if (!(await exists(modules))) await install(python, `${name}==${version}`, modules)
    return { python, modules }
  } catch (error) {
    const reason = `no ${name} (${(error as Error).message})`
    if (process.env.CI) throw new Error(`With CI=true nothing may be skipped: ${reason}`)
    console.log(`Skipping: ${reason}`)
    return undefined
  }
}

async function install(python: string, requirement: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(`${folder}-download-`)
  try {
    console.log(`Installing ${requirement} (once) …`)
    const pip = ['-m', 'pip', 'install', '--quiet', '--target', work, requirement]
    await run(python, pip, { timeout: 600_000 })
    // Renamed into place whole: a run beside this one never sees half of it.
    await rename(work, folder)
  } catch (error) {
    await rm(work, { recursive: true, force: true })
    // That run may have been faster.
    if (!(await exists(folder))) throw error
  }
}

const exists = (path: string) => stat(path).then(Boolean, () => false)
