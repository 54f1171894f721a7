import { createHash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

/*
 * A key is `hb_ID_SECRET`: an id by which it is found, and a secret of 43 letters and digits, which are
 * 256 bits, with six more that check all others. So whoever looks for lost secrets recognises one, and a
 * typing mistake is told from a key that is not good.
 */
const form = /^hb_([0-9A-Za-z]{12})_[0-9A-Za-z]{49}$/
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const checkLength = 6

export type MadeKey = { key: string; id: string; hash: string }

/** Makes a key out of chance. Only its hash is to be kept. */
export function makeKey(): MadeKey {
  const id = random(12)
  const unchecked = `hb_${id}_${random(43)}`
  const key = unchecked + checkOf(unchecked)
  return { key, id, hash: hashOf(key) }
}

/** @returns undefined for what cannot be a key */
export function readKey(key: string): { id: string; hash: string } | undefined {
  const id = form.exec(key)?.[1]
  if (!id || key.slice(-checkLength) !== checkOf(key.slice(0, -checkLength))) return undefined
  return { id, hash: hashOf(key) }
}

/** Nobody guesses 256 bits of chance, so one round of SHA-256 hides them as well as a slow hash would. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

const random = (length: number): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

function checkOf(text: string): string {
  let rest = crc32(text)
  let check = ''
  for (let i = 0; i < checkLength; i++) {
    check = (letters[rest % letters.length] ?? '') + check
    rest = Math.floor(rest / letters.length)
  }
  return check
}
