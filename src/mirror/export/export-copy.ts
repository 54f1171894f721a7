import { type KeyObject, sign } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChangeLog } from '../../changes/change-log.ts'
import { UsageError } from '../../errors.ts'
import { publicKeyOf } from '../keys/public-key.ts'
import {
  keyFile,
  type Manifest,
  type ManifestFile,
  manifestBytes,
  manifestFile,
  signatureFile,
} from '../manifest.ts'
import { verifyPage } from '../page/page.ts'
import { copyFiles, writeCopied } from './copy-files.ts'
import { writeIntoPlace } from './into-place.ts'
import { lastChangeOf } from './moment.ts'
import type { Ask } from './read.ts'
import { findScope } from './scope.ts'

export type Exporting = {
  ask: Ask
  log: ChangeLog
  /** Where the service is reached from outside, without a trailing slash. */
  origin: string
  locales: [string, ...string[]]
  key: KeyObject
}

const mostTries = 5

/**
 * Writes what is public as static files with a signed manifest. The same content gives the same bytes.
 *
 * @param out the folder; a copy that is there is replaced when the new one is whole
 * @param campaign the slug of the one to copy; everything without it
 */
export const exportCopy = (
  exporting: Exporting,
  out: string,
  campaign: string | undefined,
): Promise<Manifest> =>
  writeIntoPlace(out, async (folder) => {
    // A copy is of one moment: what was written while something changed is written again.
    for (let i = 1; i <= mostTries; i++) {
      const before = await exporting.log.latest()
      const inside = join(folder, String(i))
      const manifest = await writeCopy(exporting, inside, campaign)
      if ((await exporting.log.latest()) === before) return { folder: inside, result: manifest }
    }
    throw new UsageError(
      `The content changed each of ${mostTries} times while it was copied; try again in a quieter moment.`,
    )
  })

async function writeCopy(
  { ask, log, origin, locales, key }: Exporting,
  folder: string,
  campaign: string | undefined,
): Promise<Manifest> {
  const { scope, ids } = await findScope(ask, locales, campaign)
  const publicKey = publicKeyOf(key)
  const files = await copyFiles({ ask, origin, scope, folder })
  files.push(...(await ownFiles()))
  const manifest: Manifest = {
    version: 1,
    origin,
    campaign: campaign ?? null,
    asOf: await lastChangeOf(log, ids),
    locales,
    key: publicKey.kid,
    files,
  }
  const bytes = manifestBytes(manifest)
  await writeFile(join(folder, manifestFile), bytes)
  await writeFile(join(folder, signatureFile), sign(null, bytes, key))
  return manifest

  async function ownFiles(): Promise<ManifestFile[]> {
    const page = await verifyPage(locales[0], 'copy')
    const text = `${JSON.stringify(publicKey, null, 2)}\n`
    return [
      await writeCopied(folder, 'verify.html', Buffer.from(page.html), page.type, null),
      await writeCopied(folder, keyFile, Buffer.from(text), 'application/jwk+json', null),
    ]
  }
}
