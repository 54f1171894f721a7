import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'

/** An Ed25519 key as a JWK (RFC 8037), named by its fingerprint. */
export type PublicKey = {
  kty: 'OKP'
  crv: 'Ed25519'
  x: string
  kid: string
  use: 'sig'
  alg: 'EdDSA'
}

const keySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
})
const keySetSchema = z.object({
  keys: z.array(z.unknown()),
  withdrawn: z.array(z.unknown()).optional(),
})

/** What anybody may know of a key. */
export const publicKeyOf = (key: KeyObject): PublicKey =>
  named(keySchema.parse(createPublicKey(key).export({ format: 'jwk' })))

/** @returns the keys of a JWK or a JWK set that are of the kind; what else is in a set is passed over */
export function readKeys(value: unknown): PublicKey[] {
  const set = keySetSchema.safeParse(value)
  return (set.success ? set.data.keys : [value]).flatMap((one) => {
    const key = keySchema.safeParse(one)
    return key.success ? [named(key.data)] : []
  })
}

/** @returns the keys of a set that its publisher has withdrawn; of what is no set, none */
export function readWithdrawn(value: unknown): PublicKey[] {
  const set = keySetSchema.safeParse(value)
  return set.success ? (set.data.withdrawn ?? []).flatMap(readKeys) : []
}

export const keyObjectOf = ({ kty, crv, x }: PublicKey): KeyObject =>
  createPublicKey({ key: { kty, crv, x }, format: 'jwk' })

/** Its name is the thumbprint of RFC 7638, whatever the key says that it is called. */
function named({ kty, crv, x }: z.output<typeof keySchema>): PublicKey {
  const text = canonicalize({ kty, crv, x }) ?? ''
  const kid = createHash('sha256').update(text).digest('base64url')
  return { kty, crv, x, kid, use: 'sig', alg: 'EdDSA' }
}
