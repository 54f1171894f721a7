import { mkdirSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { version } from '../../package.json'
import type { StoredEntry } from '../cms/changes/changes-collection.ts'
import { migrations } from '../cms/migrations/index.ts'
import type { StoredPublication } from '../cms/publications/publications-collection.ts'
import { openBucket } from '../media/bucket.ts'
import type { S3Settings, Settings } from '../settings.ts'
import { format, headerFile, type Manifest, manifestFile } from './archive/manifest.ts'
import { type ArchiveWriter, writeArchive } from './archive/write-archive.ts'
import { holdMoment, type Moment } from './content/moment.ts'
import { type Part, partsOf, type Row } from './content/parts.ts'
import { Tally } from './content/tally.ts'
import { keysOf, secretCheck } from './kept-keys.ts'
import { filesOf, holdFiles, isPlainName, mediaFolder, uploadCollections } from './media-files.ts'
import { PublicSoFar } from './public-tally.ts'

/** Rows are written into files of about so many bytes, each of which is in memory as a whole. */
const atOnce = 1_000_000

/**
 * Writes a backup of what the database holds at one moment. Servers go on reading and writing.
 *
 * @param file an absolute path where nothing is yet
 */
export async function makeBackup(
  settings: Settings,
  file: string,
  { keys }: { keys: boolean },
): Promise<Manifest> {
  const folder = await workingFolder(settings.dataDir)
  const archive = writeArchive(file)
  try {
    const moment = await holdMoment(settings, folder)
    try {
      const manifest = await write(archive, moment, settings, folder, keys)
      await archive.end()
      return manifest
    } finally {
      await moment.end()
    }
  } catch (error) {
    await archive.abandon()
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function write(
  archive: ArchiveWriter,
  { at, payload, store }: Moment,
  settings: Settings,
  folder: string,
  keys: boolean,
): Promise<Manifest> {
  await archive.add(headerFile, json({ handbillBackup: format, handbill: version }))

  const uploads: string[] = uploadCollections(payload.config)
  const parts = partsOf(payload.config)
  const missing: string[] = []
  const soFar = new PublicSoFar()
  const tallies: Manifest['parts'] = []
  let sequence = 0
  // Uploads come first, so that their files are held soon after the moment.
  const isOfUpload = ({ collection }: Part) => uploads.includes(collection)
  for (const part of [...parts.filter(isOfUpload), ...parts.filter((one) => !isOfUpload(one))]) {
    const tally = new Tally()
    const files: string[] = []
    const lines = new Lines(archive, part)
    for await (const rows of store.read(part)) {
      for (const row of rows) {
        tally.add(row)
        if (isOfUpload(part)) files.push(...filesOf(row).map(({ name }) => name))
        if (part.name === 'documents/changes') {
          sequence = Math.max(sequence, (row as unknown as StoredEntry).sequence ?? 0)
        }
        if (part.name === 'documents/publications') soFar.note(row as unknown as StoredPublication)
        await lines.add(row)
      }
    }
    await lines.end()
    tallies.push({ name: part.name, ...tally.total() })
    if (isOfUpload(part)) {
      const names = [...new Set(files)].filter(isPlainName).sort()
      missing.push(...(await addFiles(archive, settings, part.collection, names, folder)))
    }
  }
  if (keys) {
    for (const [name, key] of await keysOf(settings)) await archive.add(`keys/${name}`, key)
  }

  const manifest: Manifest = {
    format,
    handbill: version,
    moment: at.toISOString(),
    database: settings.database.kind,
    locales: settings.locales,
    migrations: migrations.map(({ name }) => name),
    secretCheck: secretCheck(settings.secret),
    parts: tallies,
    public: soFar.total(),
    sequence,
    media: { kept: 'here', missing },
    entries: archive.entries.filter(({ path }) => path !== headerFile),
  }
  await archive.add(manifestFile, json(manifest))
  return manifest
}

/** @returns the names of those that are not there */
async function addFiles(
  archive: ArchiveWriter,
  { dataDir, s3 }: Settings,
  collection: string,
  names: string[],
  folder: string,
): Promise<string[]> {
  if (s3) return addFromBucket(archive, s3, collection, names)
  const held = join(folder, collection)
  const missing = await holdFiles(mediaFolder(dataDir, collection), names, held)
  for (const name of names.filter((one) => !missing.includes(one))) {
    await archive.addFile(`media/${collection}/${name}`, join(held, name))
  }
  return missing
}

/** What is deleted before its turn comes is missing: a bucket holds nothing under second names. */
async function addFromBucket(
  archive: ArchiveWriter,
  settings: S3Settings,
  collection: string,
  names: string[],
): Promise<string[]> {
  const missing: string[] = []
  const bucket = await openBucket(settings)
  try {
    for (const name of names) {
      const file = await bucket.read(name)
      if (file) await archive.addContent(`media/${collection}/${name}`, file.size, file.content)
      else missing.push(name)
    }
  } finally {
    bucket.close()
  }
  return missing
}

/** Rows as JSON Lines, in files of bearable size. */
class Lines {
  private lines: Buffer[] = []
  private bytes = 0
  private files = 0

  constructor(
    private readonly archive: ArchiveWriter,
    private readonly part: Part,
  ) {}

  async add(row: Row): Promise<void> {
    const line = json(row)
    this.lines.push(line)
    this.bytes += line.length
    if (this.bytes >= atOnce) await this.end()
  }

  async end(): Promise<void> {
    if (this.lines.length === 0) return
    const number = String(++this.files).padStart(6, '0')
    await this.archive.add(`${this.part.name}/${number}.jsonl`, Buffer.concat(this.lines))
    this.lines = []
    this.bytes = 0
  }
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`)

const prefix = '.backup-'
const abandonedAfter = 24 * 60 * 60 * 1000

/** A folder that only its owner may look into, on the disk of the uploaded files. */
async function workingFolder(dataDir: string): Promise<string> {
  mkdirSync(dataDir, { recursive: true })
  // What a backup that was killed has left.
  for (const name of (await readdir(dataDir)).filter((one) => one.startsWith(prefix))) {
    const left = join(dataDir, name)
    const { mtimeMs } = await stat(left)
    if (Date.now() - mtimeMs > abandonedAfter) await rm(left, { recursive: true, force: true })
  }
  return mkdtemp(join(dataDir, prefix))
}
