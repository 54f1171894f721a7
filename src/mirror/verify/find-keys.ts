import { createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../errors.ts'
import { type PublicKey, publicKeyOf, readKeys, readWithdrawn } from '../keys/public-key.ts'
import { keyFile } from '../manifest.ts'

const patience = 15_000

/** The keys to trust, and those that their publisher says are not to be trusted any more. */
export type Keys = { keys: readonly PublicKey[]; withdrawn: readonly PublicKey[] }

/**
 * The keys to trust: a JWK, a JWK set or a PEM, in a file or at an address; without either the one that
 * came with the copy.
 *
 * @throws UsageError when there are none
 */
export async function findKeys(folder: string, given: string | undefined): Promise<Keys> {
  if (given === undefined) {
    // A copy without a key that can be read is judged as one whose key nobody knows.
    return keysIn(await readFile(join(folder, keyFile), 'utf8').catch(() => ''))
  }
  const keys = keysIn(/^https?:\/\//.test(given) ? await fetched(given) : await kept(given))
  if (keys.keys.length > 0 || keys.withdrawn.length > 0) return keys
  throw new UsageError(`--key: ${given} holds no Ed25519 key (as a JWK, a JWK set or a PEM)`)
}

function keysIn(text: string): Keys {
  try {
    if (text.trimStart().startsWith('-----BEGIN PUBLIC KEY')) {
      return { keys: [publicKeyOf(createPublicKey(text))], withdrawn: [] }
    }
    const value = JSON.parse(text)
    return { keys: readKeys(value), withdrawn: readWithdrawn(value) }
  } catch {
    return { keys: [], withdrawn: [] }
  }
}

async function fetched(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience) })
    if (answer.ok) return await answer.text()
    throw new Error(`answered with ${answer.status}`)
  } catch (error) {
    const { cause, message } = error as Error
    throw new UsageError(`--key: ${url}: ${cause instanceof Error ? cause.message : message}`)
  }
}

async function kept(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new UsageError(`--key: ${file}: ${code === 'ENOENT' ? 'no such file' : message}`)
  }
}
