import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
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
  return keptKey(fileIn(dataDir))
}

const fileIn = (dataDir: string): string => join(dataDir, 'signing-key.pem')

/**
 * Makes another key to sign with; the former one is kept beside it under the day on which it was put aside.
 *
 * @throws UsageError when the key is one of the settings
 */
export function newSigningKey(settings: Settings): KeyObject {
  const { database, dataDir, signingKey: given } = settings
  if (given || database.kind !== 'sqlite') {
    throw new UsageError(
      'HANDBILL_SIGNING_KEY: the key is in this setting: put another one there (openssl genpkey -algorithm ed25519)',
    )
  }
  const file = fileIn(dataDir)
  if (existsSync(file)) renameSync(file, `${file}.${Date.now()}.former`)
  return keptKey(file)
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
