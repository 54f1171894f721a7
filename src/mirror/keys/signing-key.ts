import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../../errors.ts'
import type { Settings } from '../../settings.ts'

/**
 * The key to sign copies with: that of the settings, or with the embedded database one that is made once
 * and kept beside it.
 *
 * @throws UsageError when there is none, or what is kept is none
 */
export function signingKey({ database, dataDir, signingKey: given }: Settings): KeyObject {
  if (given) return given
  if (database.kind !== 'sqlite') {
    throw new UsageError(
      'HANDBILL_SIGNING_KEY: required with MongoDB to sign (an Ed25519 private key as PKCS#8 PEM)',
    )
  }
  return keptKey(join(dataDir, 'signing-key.pem'))
}

function keptKey(file: string): KeyObject {
  try {
    mkdirSync(join(file, '..'), { recursive: true })
    makeKey(file)
    const key = createPrivateKey(readFileSync(file))
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch (error) {
    throw new UsageError(`${file}: no key could be read or made: ${(error as Error).message}`)
  }
  throw new UsageError(`${file}: not an Ed25519 key`)
}

/** Leaves a key that is there as it is, also one that another program has made at the same moment. */
function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519')
  try {
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
    writeFileSync(file, pem, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
