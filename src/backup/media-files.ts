import { copyFile, link, mkdir, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { CollectionSlug, SanitizedConfig } from 'payload'
import type { Row } from './content/parts.ts'

/** The folder of an upload collection's files, which is named for it. */
export const mediaFolder = (dataDir: string, collection: string): string =>
  join(dataDir, collection)

export const uploadCollections = ({ collections }: SanitizedConfig): CollectionSlug[] =>
  collections.filter(({ upload }) => Boolean(upload)).map(({ slug }) => slug as CollectionSlug)

type File = { filename?: string | null; mimeType?: string | null }

/** The files of an upload: the one that was uploaded, and what was made of it. */
export function filesOf(row: Row): { name: string; type: string }[] {
  const sizes = Object.values((row.sizes ?? {}) as Record<string, File | null>)
  return [row as File, ...sizes].flatMap((file) =>
    file?.filename ? { name: file.filename, type: file.mimeType ?? '' } : [],
  )
}

/** A file's name that cannot lead out of the folder that it is put into. */
export const isPlainName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && basename(name) === name && !name.includes('\\')

/**
 * Holds files that a server may delete meanwhile, under second names in another folder of the same disk.
 *
 * @returns the names of those that are not there
 */
export async function holdFiles(from: string, names: string[], to: string): Promise<string[]> {
  await mkdir(to, { recursive: true })
  const missing: string[] = []
  for (const name of names) {
    const [source, target] = [join(from, name), join(to, name)]
    await link(source, target)
      // Some file systems have no second names.
      .catch(() => copyFile(source, target))
      .catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
        missing.push(name)
      })
  }
  return missing
}

/** What is in a folder, and nothing when there is none. */
export const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
