import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'

/** The files that the manifest itself does not list: itself and its signature. */
export const manifestFile = 'manifest.json'
export const signatureFile = 'manifest.sig'
export const keyFile = 'public-key.json'

const file = z.object({
  /** Below the folder of the copy, with slashes. */
  path: z.string().refine(isPlainPath, 'a path that stays in the folder'),
  sha256: z.string().regex(/^[\da-f]{64}$/),
  size: z.int().min(0),
  /** The media type that a host should say. */
  type: z.string(),
  /** The address on the origin that answered with it; null of what belongs to the copy alone. */
  source: z.string().nullable(),
})

export const manifestSchema = z.object({
  version: z.literal(1),
  /** Where the content was copied from. */
  origin: z.string(),
  /** The slug of the one campaign that is in the copy; null when everything is. */
  campaign: z.string().nullable(),
  /** When what is in the copy last changed; null where that is not known. */
  asOf: z.string().nullable(),
  locales: z.array(z.string()),
  /** The fingerprint of the key that it is signed with. */
  key: z.string(),
  files: z.array(file),
})

export type Manifest = z.output<typeof manifestSchema>
export type ManifestFile = z.output<typeof file>

/** The bytes to sign: canonical JSON (RFC 8785), the files in the order of their paths. */
export function manifestBytes(manifest: Manifest): Buffer {
  const files = manifest.files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return Buffer.from(`${canonicalize({ ...manifest, files })}\n`)
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** Whether a path names a file below the folder that it is read from, on every system. */
export function isPlainPath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file's name should have them
  const isPlain = /^[^\\:\0-\x1f]{1,1000}$/.test(path)
  return isPlain && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
