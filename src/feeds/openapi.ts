import type { DocumentedPaths, Operation, Parameter, Schema } from '../openapi/operation.ts'
import { pageCollections } from '../permalinks/address.ts'
import { localeParameter, nameSchema } from '../permalinks/openapi.ts'

const name: Parameter = {
  name: 'name',
  in: 'path',
  required: true,
  description: `A collection (${pageCollections.join(', ')}), or the name of any other campaign.`,
  schema: nameSchema,
}

const text = (description: string): Schema => ({ type: 'string', description })
const time = (description: string): Schema => ({ ...text(description), format: 'date-time' })

const item: Schema = {
  type: 'object',
  properties: {
    id: text('It stays the same for ever.'),
    url: text('The address of the document’s page.'),
    title: text('What it is called; of a claim that does not hold any more, that first.'),
    content_html: text('What it says, as HTML.'),
    date_published: time('When it was made.'),
    date_modified: time('When it last changed.'),
    tags: { type: 'array', items: text('A tag.'), description: 'Kind of document, and status.' },
    language: text('Where it is another than the feed’s.'),
  },
  required: ['id', 'url', 'title', 'content_html', 'date_published', 'date_modified', 'tags'],
}

const author: Schema = {
  type: 'object',
  properties: { name: text('Whose server it is.') },
  required: ['name'],
}

const jsonFeed: Schema = {
  type: 'object',
  description: 'JSON Feed 1.1 (jsonfeed.org).',
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1', description: 'Of JSON Feed.' },
    title: text('Of the feed.'),
    home_page_url: text('The page that it goes with.'),
    feed_url: text('The feed itself.'),
    language: text('A language tag.'),
    authors: { type: 'array', items: author, description: 'Who stands for it.' },
    items: { type: 'array', items: item, description: 'The newest, fifty at most.' },
  },
  required: ['version', 'title', 'home_page_url', 'feed_url', 'language', 'authors', 'items'],
}

/** Feeds in the OpenAPI document. */
export const feedPaths: DocumentedPaths = async ({ config, ok, parameters, responses, schema }) => {
  const locale = {
    ...localeParameter(config),
    description: 'The language; left out, the default one.',
  }
  const conditions = await parameters([])
  const feed = (operationId: string, form: string, body: Schema, type: string): Operation => ({
    operationId,
    summary: `What is new in a campaign or a collection, as ${form}`,
    description: 'The newest first, fifty at most. A former name redirects.',
    tags: ['feeds'],
    parameters: [name, locale, ...conditions],
    responses: {
      200: ok('The feed.', body, type, 'Content-Language'),
      ...responses(304, 308, 400, 404, 410),
    },
  })
  const json = schema('JsonFeed', jsonFeed)
  return {
    '/feeds/{name}.atom': {
      get: feed('feedAsAtom', 'Atom', text('The feed.'), 'application/atom+xml'),
    },
    '/feeds/{name}.json': {
      get: feed('feedAsJson', 'JSON Feed', json, 'application/feed+json'),
    },
  }
}
