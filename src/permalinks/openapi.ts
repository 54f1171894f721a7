import type { SanitizedConfig } from 'payload'
import { bundlePrefix, openJsonSchema } from '../bundle/schema.ts'
import { typeNameOf } from '../cms/graphql/hidden.ts'
import { timeMapAnswer } from '../cms/memento/openapi.ts'
import { addZodSchema } from '../openapi/from-zod.ts'
import type {
  Answer,
  Describe,
  DocumentedPaths,
  Operation,
  OwnHeader,
  Parameter,
  PathItem,
  Schema,
} from '../openapi/operation.ts'
import { longestSlug, slugPattern } from './address.ts'
import { citationFormats } from './cite/source.ts'
import { permalinkSchema } from './schema.ts'

type Parts = {
  describe: Describe
  locale: Parameter
  conditions: NonNullable<Operation['parameters']>
}
type Page = Parts & { tags: string[]; type: string; schema: Schema }

/** Permalinks, their versions, references and oEmbed in the OpenAPI document. */
export const permalinkPaths: DocumentedPaths = async (describe) => {
  const parts: Parts = {
    describe,
    locale: localeParameter(describe.config),
    conditions: await describe.parameters([]),
  }
  const pages = permalinkSchema.options.flatMap((option): [string, PathItem][] => {
    const collection = option.shape.collection.value
    const type = typeOf(describe.config, collection)
    const json = openJsonSchema(option)
    const schema = addZodSchema(describe, bundlePrefix, json, collection, `${type}Permalink`)
    const page = { ...parts, tags: [collection], type, schema }
    return [
      [`/${collection}/{slug}`, { get: present(page) }],
      [`/${collection}/{slug}/revisions/{revision}`, { get: revision(page) }],
      [`/${collection}/{slug}/timemap`, { get: timeMap(page) }],
    ]
  })
  return {
    ...Object.fromEntries(pages),
    '/claims/{slug}/cite': { get: citation(parts) },
    '/oembed': { get: oembed(parts) },
  }
}

function typeOf({ collections }: SanitizedConfig, slug: string): string {
  const found = collections.find((one) => one.slug === slug)
  return found ? typeNameOf(found) : slug
}

/** The language, for what is answered in one. */
export const localeParameter = ({ localization }: SanitizedConfig): Parameter =>
  query('locale', 'The language; left out, the one that `Accept-Language` prefers.', {
    type: 'string',
    enum: localization ? localization.localeCodes : [],
  })

const query = (name: string, description: string, schema: Schema): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
})

/** A name in addresses. */
export const nameSchema: Schema = {
  type: 'string',
  pattern: slugPattern.source,
  maxLength: longestSlug,
}

const slug: Parameter = {
  name: 'slug',
  in: 'path',
  required: true,
  description: 'The name of the document in addresses.',
  schema: nameSchema,
}

const format = (names: string[]) =>
  query('format', 'The form; left out, the one that `Accept` prefers.', {
    type: 'string',
    enum: names,
  })

const acceptDatetime: Parameter = {
  name: 'Accept-Datetime',
  in: 'header',
  description: 'A time, as HTTP writes it: the answer leads to what was published then (RFC 7089).',
  schema: { type: 'string' },
}

/** An answer that is a page or JSON, as is asked for. */
function pageOrJson({ describe: { ok }, schema }: Page, text: string, ...headers: OwnHeader[]) {
  const asJson = ok(text, schema, 'application/json', 'Content-Language', 'Link', ...headers)
  const asPage = ok('', { type: 'string', description: 'The page, as HTML.' }, 'text/html')
  return { ...asJson, content: { ...asJson.content, ...asPage.content } }
}

function present(page: Page): Operation {
  const { conditions, describe, locale, tags, type } = page
  return {
    operationId: `${lower(type)}Page`,
    summary: 'The page of a document, to link to and to quote; the same as JSON',
    description:
      'JSON on `Accept: application/json` or `format=json`. A former name redirects, that of what was withdrawn is 410 with the reason.',
    tags,
    parameters: [slug, format(['html', 'json']), locale, acceptDatetime, ...conditions],
    responses: {
      200: pageOrJson(page, 'The document, in the best language that there is.'),
      ...describe.pageResponses(302, 304, 308, 400, 404, 410),
    },
  }
}

function revision(page: Page): Operation {
  const { describe, locale, tags, type } = page
  return {
    operationId: `${lower(type)}PageRevision`,
    summary: 'The page of a document as it was published once',
    description: 'With what it referred to then, or at the moment that `at` says.',
    tags,
    parameters: [
      slug,
      {
        name: 'revision',
        in: 'path',
        required: true,
        description: 'The number of the revision.',
        schema: { type: 'integer', minimum: 1 },
      },
      query('at', 'A moment while the revision stood, such as `2026-11-24T09:00:00Z`.', {
        type: 'string',
      }),
      format(['html', 'json']),
      locale,
    ],
    responses: {
      200: pageOrJson(page, 'The document as it was.', 'Memento-Datetime', 'Handbill-Status'),
      ...describe.pageResponses(308, 400, 404, 410),
    },
  }
}

function timeMap({ describe, tags, type }: Page): Operation {
  return {
    operationId: `${lower(type)}PageTimeMap`,
    summary: 'The pages of the versions of a document',
    description: 'As links (RFC 7089), or as JSON by `Accept`; in pages when there are many.',
    tags,
    parameters: [slug, query('page', 'The page.', { type: 'integer', minimum: 1 })],
    responses: {
      200: timeMapAnswer(describe),
      ...describe.responses(308, 400, 404, 410),
    },
  }
}

function citation({ conditions, describe: { ok, responses }, locale }: Parts): Operation {
  const text: Schema = { type: 'string', description: 'The reference.' }
  const csl: Schema = { type: 'array', items: { type: 'object' }, description: 'As CSL-JSON.' }
  const forms = citationFormats.map(({ name, type }): Answer => {
    const schema = name === 'csl' ? csl : text
    return ok('The reference.', schema, type, 'Content-Disposition', 'Content-Language', 'Link')
  })
  const content = Object.assign({}, ...forms.map((form) => form.content))
  return {
    operationId: 'claimCitation',
    summary: 'How to cite a claim',
    description: 'In the form that `format` or `Accept` names.',
    tags: ['claims'],
    parameters: [slug, format(citationFormats.map(({ name }) => name)), locale, ...conditions],
    responses: {
      200: { ...(forms[0] as Answer), content },
      ...responses(304, 308, 400, 404, 410),
    },
  }
}

const oembedSchema: Schema = {
  type: 'object',
  description: 'A link, by oEmbed 1.0 (oembed.com).',
  properties: {
    version: { const: '1.0', description: 'Of oEmbed.' },
    type: { const: 'link', description: 'What kind of answer it is.' },
    title: { type: 'string', description: 'What the document is called.' },
    provider_name: { type: 'string', description: 'Whose server it is.' },
    provider_url: { type: 'string', description: 'Its address.' },
    cache_age: { type: 'integer', minimum: 0, description: 'For how many seconds it may be kept.' },
    author_name: { type: 'string', description: 'The campaign that it belongs to.' },
    author_url: { type: 'string', description: 'The address of the campaign’s page.' },
    thumbnail_url: { type: 'string', description: 'A picture.' },
    thumbnail_width: { type: 'integer', minimum: 1, description: 'In pixels.' },
    thumbnail_height: { type: 'integer', minimum: 1, description: 'In pixels.' },
  },
  required: ['version', 'type', 'title', 'provider_name', 'provider_url', 'cache_age'],
}

function oembed({ describe: { errors, ok, responses, schema } }: Parts): Operation {
  const size: Schema = { type: 'integer', minimum: 0, maximum: 999_999 }
  return {
    operationId: 'oembed',
    summary: 'How to show a link to a page here (oEmbed)',
    description:
      'For programs that are given the address of a page and want to show what is there.',
    tags: ['pages'],
    parameters: [
      { ...query('url', 'The address of the page.', { type: 'string' }), required: true },
      query('format', 'The form.', { type: 'string', enum: ['json'] }),
      query('maxwidth', 'Taken, and without effect on a link.', size),
      query('maxheight', 'Taken, and without effect on a link.', size),
    ],
    responses: {
      200: ok('What to show.', schema('Oembed', oembedSchema)),
      501: errors('There is no XML.'),
      ...responses(308, 400, 404, 410),
    },
  }
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
