import type { DocumentedPaths, Schema } from '../openapi/operation.ts'

const text = (description: string): Schema => ({ type: 'string', description })
const time = (description: string): Schema => ({ ...text(description), format: 'date-time' })

const key = {
  kty: { const: 'OKP', description: 'The kind of key.' },
  crv: { const: 'Ed25519', description: 'The curve.' },
  x: text('The public key.'),
  kid: text('Its fingerprint (RFC 7638), which names it in the list of a copy.'),
  use: { const: 'sig', description: 'What it is for.' },
  alg: { const: 'EdDSA', description: 'How it signs.' },
  since: time('Since when copies have been signed with it.'),
} satisfies Record<string, Schema>

const withdrawn = {
  ...key,
  withdrawnAt: time('When that was said.'),
} satisfies Record<string, Schema>

const listOf = (properties: Record<string, Schema>, description: string): Schema => ({
  type: 'array',
  items: { type: 'object', properties, required: Object.keys(properties) },
  description,
})

const keySet: Schema = {
  type: 'object',
  description: 'The keys that copies are signed with, as a JWK set (RFC 7517).',
  properties: {
    keys: listOf(key, 'Those to trust, the newest first.'),
    withdrawn: listOf(withdrawn, 'Those not to trust any more, whatever they have signed.'),
  },
  required: ['keys', 'withdrawn'],
}

/** The published keys in the OpenAPI document. */
export const mirrorPaths: DocumentedPaths = ({ ok, responses, schema }) => ({
  '/.well-known/handbill-keys.json': {
    get: {
      operationId: 'signingKeys',
      summary: 'The keys that static copies are signed with',
      description: 'A copy’s list is signed with one of them; see the guide.',
      tags: ['copies'],
      responses: {
        200: ok('The keys.', schema('SigningKeys', keySet), 'application/jwk-set+json'),
        ...responses(),
      },
    },
  },
})
