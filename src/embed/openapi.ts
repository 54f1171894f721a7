import type { DocumentedPaths, Schema } from '../openapi/operation.ts'

const text = (description: string): Schema => ({ type: 'string', description })

const described: Schema = {
  type: 'object',
  description: 'Where the script with the web components is.',
  properties: {
    latest: text('The newest script.'),
    pinned: text('The same script under an address whose bytes never change.'),
    integrity: text('What a page says beside it, so that a browser runs nothing else.'),
    elements: { type: 'array', items: text('A name.'), description: 'The elements.' },
    contentSecurityPolicy: text('All that a page’s policy must allow.'),
  },
  required: ['latest', 'pinned', 'integrity', 'elements', 'contentSecurityPolicy'],
}

/** Where the web components are, in the OpenAPI document. */
export const embedPaths: DocumentedPaths = async ({ ok, parameters, responses, schema }) => ({
  '/embed.json': {
    get: {
      operationId: 'embed',
      summary: 'Where the script with the web components is, and its hash',
      description: 'What a page needs to know that shows content by our elements; see the guide.',
      tags: ['pages'],
      parameters: await parameters([]),
      responses: {
        200: ok('The addresses.', schema('Embed', described)),
        ...responses(304),
      },
    },
  },
})
