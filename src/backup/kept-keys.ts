import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../settings.ts'
import { namesIn } from './media-files.ts'

/** What keys and secrets are called beside the embedded database. */
const isKey = (name: string): boolean => name === 'secret' || name.startsWith('signing-key.pem')

/** Tells whether two secrets are the same; the secret cannot be had from it. */
export const secretCheck = (secret: string): string =>
  createHmac('sha256', secret).update('a backup of Handbill').digest('hex')

/** The secrets of a place: what the settings say, and what is kept beside the embedded database. */
export async function keysOf({ dataDir, database, secret, signingKey }: Settings) {
  const keys = new Map<string, Buffer>()
  if (database.kind === 'sqlite') {
    for (const name of (await namesIn(dataDir)).filter(isKey)) {
      keys.set(name, await readFile(join(dataDir, name)))
    }
  }
  keys.set('secret', Buffer.from(secret))
  if (signingKey) {
    keys.set('signing-key.pem', signingKey.export({ format: 'pem', type: 'pkcs8' }) as Buffer)
  }
  return keys
}
