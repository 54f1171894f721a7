import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { UsageError } from '../../errors.ts'
import {
  format,
  headerFile,
  headerSchema,
  type Manifest,
  manifestFile,
  manifestSchema,
} from './manifest.ts'

type File = { path: string; content: AsyncIterable<Buffer> }

/** The files of an archive, one after the other; what is not read of one is passed over. */
export async function* readArchive(file: string): AsyncGenerator<File> {
  const tar = extract()
  const read = pipeline(createReadStream(file), createGunzip(), tar)
  // The loop below is told of it, too.
  read.catch(() => {})
  try {
    for await (const entry of tar) {
      yield { path: entry.header.name, content: entry as unknown as AsyncIterable<Buffer> }
      entry.resume()
    }
    await read
  } finally {
    tar.destroy()
  }
}

/**
 * Reads an archive from its beginning to its end and compares every file in it with what its list says.
 *
 * @throws UsageError naming what is wrong with it
 */
export async function checkArchive(file: string): Promise<Manifest> {
  try {
    return await check(file)
  } catch (error) {
    throw unreadable(file, error as NodeJS.ErrnoException)
  }
}

async function check(file: string): Promise<Manifest> {
  const found = new Map<string, { size: number; sha256: string }>()
  let manifest: Manifest | undefined
  let isFirst = true
  for await (const { path, content } of readArchive(file)) {
    if (isFirst) checkHeader(file, path === headerFile ? await bytesOf(content) : undefined)
    else if (path === manifestFile) manifest = parseManifest(file, await bytesOf(content))
    else if (found.has(path)) throw new UsageError(`${file}: ${path} is in it twice`)
    else found.set(path, await digestOf(content))
    isFirst = false
  }
  if (isFirst) throw new UsageError(`${file}: not a backup of Handbill`)
  if (!manifest) throw new UsageError(`${file}: not whole: it ends before its list of files`)
  for (const { path, size, sha256 } of manifest.entries) {
    const one = found.get(path)
    if (!one) throw new UsageError(`${file}: ${path} is missing in it`)
    if (one.size !== size || one.sha256 !== sha256) {
      throw new UsageError(`${file}: ${path} in it has been changed: its digest is another one`)
    }
    found.delete(path)
  }
  const [unlisted] = found.keys()
  if (unlisted !== undefined) throw new UsageError(`${file}: ${unlisted} in it is not in its list`)
  return manifest
}

function checkHeader(file: string, bytes: Buffer | undefined): void {
  const header = headerSchema.safeParse(bytes && asJson(bytes))
  if (!header.success) throw new UsageError(`${file}: not a backup of Handbill`)
  const { handbillBackup } = header.data
  if (handbillBackup > format) {
    throw new UsageError(
      `${file}: made by a newer Handbill: format ${handbillBackup} (accepted: ${format})`,
    )
  }
}

function parseManifest(file: string, bytes: Buffer): Manifest {
  const { data } = manifestSchema.safeParse(asJson(bytes))
  if (!data) throw new UsageError(`${file}: its list of files cannot be read`)
  return data
}

export async function bytesOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** What there is to know of a file, and nothing of it in memory. */
export async function digestOf(content: AsyncIterable<Buffer>) {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of content) {
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest('hex') }
}

function asJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

/** What zlib and tar say of a damaged file, in words for who has it. */
function unreadable(file: string, error: NodeJS.ErrnoException): Error {
  if (error instanceof UsageError) return error
  const { code, message } = error
  if (code === 'ENOENT') return new UsageError(`${file}: no such file`)
  if (code === 'EISDIR') return new UsageError(`${file}: a folder, not a backup`)
  if (code === 'EACCES') return new UsageError(`${file}: may not be read`)
  if (code === 'Z_BUF_ERROR' || /unexpected end/i.test(message)) {
    return new UsageError(`${file}: not whole: it has been cut short`)
  }
  if (message === 'incorrect header check') {
    return new UsageError(`${file}: not a backup of Handbill`)
  }
  if (code?.startsWith('Z_') || /tar|checksum|header/i.test(message)) {
    return new UsageError(`${file}: damaged: ${message}`)
  }
  return error
}
