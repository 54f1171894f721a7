import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { migrations } from '../cms/migrations/index.ts'
import { UsageError } from '../errors.ts'
import { inBucket } from '../media/storage.ts'
import type { Settings } from '../settings.ts'
import type { Manifest } from './archive/manifest.ts'
import { bytesOf, readArchive } from './archive/read-archive.ts'
import { type Part, partsOf, type Row } from './content/parts.ts'
import { Tally } from './content/tally.ts'
import { filesOf, isPlainName } from './media-files.ts'
import { fillBucket } from './place/fill-bucket.ts'
import { openPlace, type Place } from './place/place.ts'
import { readPublic } from './public-tally.ts'

export type Restored = {
  /** The names of the keys that were put beside the embedded database. */
  keys: string[]
  /** How many public documents are not in the very form that partners were told of. */
  reshaped: number
}

/**
 * Puts a backup into an empty place and reads everything back: the place is there as a whole, or not at all.
 *
 * @param manifest of the archive, of which every file has been compared with it
 */
export async function restoreBackup(
  settings: Settings,
  file: string,
  manifest: Manifest,
): Promise<Restored> {
  checkFits(settings, manifest)
  const place = await openPlace(settings)
  try {
    await fill(place, file)
    const reshaped = await verify(place, manifest)
    const keys = settings.database.kind === 'sqlite' ? await putKeys(settings, file) : []
    const takeOut = await moveToBucket(settings, place, manifest)
    await place.finish().catch(async (error) => {
      await takeOut()
      throw error
    })
    return { keys, reshaped }
  } catch (error) {
    await place.close()
    throw error
  }
}

/** @returns what takes the files out of the bucket again */
async function moveToBucket(
  { s3 }: Settings,
  { files, payload, store }: Place,
  { entries }: Manifest,
): Promise<() => Promise<void>> {
  if (!s3) return async () => {}
  const types = new Map<string, string>()
  for (const part of partsOf(payload.config)) {
    if (part.collection !== inBucket) continue
    for await (const rows of store.read(part)) {
      for (const { name, type } of rows.flatMap(filesOf)) types.set(name, type)
    }
  }
  const folder = join(files, inBucket)
  const restored = entries.flatMap(({ path, sha256 }) => {
    const [kind, collection, name = ''] = path.split('/')
    if (kind !== 'media' || collection !== inBucket) return []
    return { name, sha256, type: types.get(name) ?? 'application/octet-stream' }
  })
  const takeOut = await fillBucket(s3, folder, restored)
  await rm(folder, { recursive: true, force: true })
  return takeOut
}

/** What this Handbill, with these settings, would have to leave out is refused. */
function checkFits({ locales }: Settings, manifest: Manifest): void {
  const known = migrations.map(({ name }) => name)
  const unknown = manifest.migrations.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new UsageError(
      `It was made by a newer Handbill (${manifest.handbill}), which has fields that this one has not`,
    )
  }
  const lacking = manifest.locales.filter((code) => !locales.includes(code))
  if (lacking.length > 0) {
    throw new UsageError(
      `HANDBILL_LOCALES: it holds content in ${lacking.join(', ')} (accepted: ${manifest.locales.join(',')}, and more)`,
    )
  }
}

async function fill({ files, payload, store }: Place, file: string): Promise<void> {
  const parts = new Map(partsOf(payload.config).map((part): [string, Part] => [part.name, part]))
  for await (const { path, content } of readArchive(file)) {
    const [kind, collection = '', name = ''] = path.split('/')
    if (kind === 'documents' || kind === 'versions') {
      const part = parts.get(`${kind}/${collection}`)
      if (!part) throw new UsageError(`${path}: of no collection of this Handbill`)
      await store.write(part, rowsOf(await bytesOf(content)))
    } else if (kind === 'media') {
      if (!isPlainName(collection) || !isPlainName(name)) {
        throw new UsageError(`${path}: no name for a file`)
      }
      await mkdir(join(files, collection), { recursive: true })
      await pipeline(content, createWriteStream(join(files, collection, name), { flags: 'wx' }))
    }
  }
}

const rowsOf = (bytes: Buffer): Row[] =>
  bytes
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** Reads everything back, as it is kept and as the public reads it. */
async function verify({ check, payload, store }: Place, manifest: Manifest): Promise<number> {
  await check()
  const parts = new Map(partsOf(payload.config).map((part): [string, Part] => [part.name, part]))
  for (const { name, rows, digest } of manifest.parts) {
    const part = parts.get(name)
    const tally = new Tally()
    if (part) {
      for await (const some of store.read(part)) for (const row of some) tally.add(row)
    }
    const found = tally.total()
    if (found.rows !== rows || found.digest !== digest) {
      throw new Error(
        `${name}: not what was backed up: ${found.rows} of ${rows} rows, digest ${found.digest.slice(0, 12)}, not ${digest.slice(0, 12)}`,
      )
    }
  }
  const read = await readPublic(payload)
  if (read.rows !== manifest.public.rows || read.digest !== manifest.public.digest) {
    throw new Error(
      `What the public reads is not what was backed up: ${read.rows} of ${manifest.public.rows} documents`,
    )
  }
  return read.reshaped
}

/** Keys that are there already are somebody's, and stay. */
async function putKeys({ dataDir, database }: Settings, file: string): Promise<string[]> {
  const folder = database.kind === 'sqlite' ? dirname(database.file) : dataDir
  const put: string[] = []
  for await (const { path, content } of readArchive(file)) {
    const [kind, name = ''] = path.split('/')
    if (kind !== 'keys' || !isPlainName(name) || existsSync(join(folder, name))) continue
    await writeFile(join(folder, name), await bytesOf(content), { flag: 'wx', mode: 0o600 })
    put.push(name)
  }
  return put
}
