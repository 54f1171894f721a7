import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import type { Entry } from './manifest.ts'

export type ArchiveWriter = {
  /** What has been added so far. */
  entries: Entry[]
  add(path: string, bytes: Buffer): Promise<void>
  addFile(path: string, file: string): Promise<void>
  /** Adds what comes from somewhere else, and is as long as was said. */
  addContent(path: string, size: number, content: AsyncIterable<Buffer>): Promise<void>
  /** Puts the archive in its place, which is empty until then. */
  end(): Promise<void>
  abandon(): Promise<void>
}

/** Writes an archive that only its owner may read: tar in gzip, as a stream. */
export function writeArchive(file: string): ArchiveWriter {
  const unfinished = `${file}.part`
  const tar = pack()
  const written = pipeline(
    tar,
    createGzip(),
    createWriteStream(unfinished, { mode: 0o600, flags: 'w' }),
  )
  // It is waited for at the end; until then a full disk is no unhandled rejection.
  let failure: Error | undefined
  written.catch((error: Error) => {
    failure = error
  })
  const entries: Entry[] = []

  async function add(path: string, size: number, content: AsyncIterable<Buffer> | Buffer[]) {
    const hash = createHash('sha256')
    let end: (error?: Error | null) => void = () => {}
    const ended = new Promise<void>((resolve, reject) => {
      end = (error) => (error ? reject(error) : resolve())
    })
    const entry = tar.entry({ name: path, size, mode: 0o600, mtime: new Date() }, (error) =>
      end(error),
    )
    for await (const chunk of content) {
      if (failure) throw failure
      hash.update(chunk)
      if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), written])
    }
    entry.end()
    await Promise.race([ended, written])
    if (failure) throw failure
    entries.push({ path, size, sha256: hash.digest('hex') })
  }

  return {
    entries,
    add: (path, bytes) => add(path, bytes.length, [bytes]),
    addContent: add,
    async addFile(path, from) {
      const { size } = await stat(from)
      // No more than was announced, should it grow meanwhile.
      await add(path, size, size > 0 ? createReadStream(from, { end: size - 1 }) : [])
    },
    async end() {
      tar.finalize()
      await written
      await rename(unfinished, file)
    },
    async abandon() {
      tar.destroy()
      await written.catch(() => {})
      await rm(unfinished, { force: true })
    },
  }
}
