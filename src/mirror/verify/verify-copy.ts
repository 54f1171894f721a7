import { verify } from 'node:crypto'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../errors.ts'
import { keyObjectOf } from '../keys/public-key.ts'
import {
  type Manifest,
  type ManifestFile,
  manifestFile,
  manifestSchema,
  sha256,
  signatureFile,
} from '../manifest.ts'
import type { Keys } from './find-keys.ts'

export type Verdict = {
  manifest: Manifest
  /** `unknown key` when none of the keys is the one that the list names; a withdrawn one signs nothing. */
  signature: 'valid' | 'invalid' | 'unknown key' | 'withdrawn key'
  differing: string[]
  missing: string[]
  /** What is there and in no list. */
  extra: string[]
}

export const isIntact = ({ signature, differing, missing, extra }: Verdict): boolean =>
  signature === 'valid' && [differing, missing, extra].every(({ length }) => length === 0)

/**
 * Compares a copy with its manifest, and the manifest with its signature.
 *
 * @param keys one of those to trust has to have signed it
 * @throws UsageError when there is no copy, or its manifest is none
 */
export async function verifyCopy(folder: string, keys: Keys): Promise<Verdict> {
  const list = await readFile(join(folder, manifestFile)).catch(() => {
    throw new UsageError(`${folder}: no copy: ${manifestFile} cannot be read`)
  })
  const manifest = readManifest(list)
  const signature = await readFile(join(folder, signatureFile)).catch(() => Buffer.alloc(0))
  const verdict: Verdict = {
    manifest,
    signature: judge(manifest, keys, list, signature),
    differing: [],
    missing: [],
    extra: [],
  }
  for (const file of manifest.files) {
    const state = await stateOf(folder, file)
    if (state !== 'intact') verdict[state].push(file.path)
  }
  const listed = new Set([manifestFile, signatureFile, ...manifest.files.map(({ path }) => path)])
  verdict.extra = (await filesIn(folder)).filter((path) => !listed.has(path))
  return verdict
}

function readManifest(bytes: Buffer): Manifest {
  try {
    const manifest = manifestSchema.safeParse(JSON.parse(bytes.toString()))
    if (manifest.success) return manifest.data
  } catch {
    // Told below.
  }
  throw new UsageError(`${manifestFile} has been changed: it is not a list of files`)
}

function judge(
  { key }: Manifest,
  { keys, withdrawn }: Keys,
  list: Buffer,
  signature: Buffer,
): Verdict['signature'] {
  if (withdrawn.some(({ kid }) => kid === key)) return 'withdrawn key'
  const known = keys.find(({ kid }) => kid === key)
  if (!known) return 'unknown key'
  return verify(null, list, keyObjectOf(known), signature) ? 'valid' : 'invalid'
}

async function stateOf(
  folder: string,
  { path, sha256: digest, size }: ManifestFile,
): Promise<'intact' | 'differing' | 'missing'> {
  const file = join(folder, path)
  const found = await lstat(file).catch(() => undefined)
  if (!found) return 'missing'
  // A link may point to something else tomorrow.
  if (!found.isFile() || found.size !== size) return 'differing'
  return sha256(await readFile(file)) === digest ? 'intact' : 'differing'
}

/** Everything below a folder but folders, as paths with slashes, in their order. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}
