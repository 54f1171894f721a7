import type { PayloadRequest, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { maxLimit } from '../cms/readers/limits.ts'
import { joinNames, populatable } from '../cms/readers/query.ts'
import { sortablePaths } from '../cms/readers/sort.ts'
import type { FieldContext } from './fields.ts'
import { refTo, selectName, whereName } from './names.ts'
import type { Parameter } from './operation.ts'

/** In an address `a[b][c]=d`, also deeper than OpenAPI says of this style. */
const nested = { style: 'deepObject', explode: true }

/** Without it the reference page would begin with everything that could be said. */
const examplesOf = (nothing: string, summary: string, value: object) => ({
  none: { summary: nothing, value: {} },
  some: { summary, value },
})

const inBrackets = 'In the address every level is in brackets'

/** The parameters that are the same for every collection. */
export function sharedParameters(
  config: SanitizedConfig,
  populate: Parameter | undefined,
): Record<string, Parameter> {
  const { localization, maxDepth, defaultDepth } = config
  const codes = localization ? localization.localeCodes : []
  const isDefault = localization ? localization.defaultLocale : undefined
  const fallback = {
    in: 'query' as const,
    schema: { type: 'string', enum: [...codes, 'none'] },
  }
  const all: Parameter[] = [
    {
      name: 'limit',
      in: 'query',
      description: 'How many documents a page has.',
      schema: { type: 'integer', minimum: 1, maximum: maxLimit, default: Math.min(10, maxLimit) },
    },
    {
      name: 'page',
      in: 'query',
      description: 'Which page.',
      schema: { type: 'integer', minimum: 1, default: 1 },
    },
    {
      name: 'pagination',
      in: 'query',
      description: 'Everything on one page is not to be had; use `limit` and `page`.',
      schema: { type: 'boolean', enum: [true] },
    },
    {
      name: 'depth',
      in: 'query',
      description:
        'How many steps of relations are answered as documents. With 0 a relation is an id.',
      schema: { type: 'integer', minimum: 0, maximum: maxDepth, default: defaultDepth },
    },
    {
      name: 'draft',
      in: 'query',
      description:
        'The newest draft instead of what is published. `true` is for those who may read drafts.',
      schema: { type: 'boolean', default: false },
    },
    {
      name: 'trash',
      in: 'query',
      description: 'Also what is in the trash. `true` is for editors.',
      schema: { type: 'boolean', default: false },
    },
    ...(populate ? [populate] : []),
  ]
  if (localization) {
    all.push(
      {
        name: 'locale',
        in: 'query',
        description:
          'The language. With `all` a text is an object with a value for each language, and null where there is none.',
        schema: { type: 'string', enum: [...codes, 'all'], default: isDefault },
      },
      {
        ...fallback,
        name: 'fallbackLocale',
        description: `The language of what is not translated; with \`none\` that is null. Left out: ${isDefault}.`,
      },
      { ...fallback, name: 'fallback-locale', description: 'The same as `fallbackLocale`.' },
    )
  }
  return Object.fromEntries(all.map((parameter) => [parameter.name, parameter]))
}

/** Conditions of a request, for a client that has an answer already. */
export const conditions: Record<string, Parameter> = {
  'If-None-Match': {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of the answer that you have: the answer is 304 while it is current.',
    schema: { type: 'string' },
  },
}

/** `populate`: what is shown of related documents. */
export function populateParameter({ open, req }: FieldContext): Parameter | undefined {
  const related = populatable(req.payload.config).filter(({ slug }) => open.has(slug))
  const [first] = related
  if (!first) return undefined
  const properties = related.map((one) => [
    one.slug,
    { anyOf: [{ type: 'boolean', const: true }, refTo('schemas', selectName(one))] },
  ])
  return {
    name: 'populate',
    in: 'query',
    ...nested,
    description: `Which fields of related documents are answered, by their collection. ${inBrackets}: \`populate[${first.slug}][id]=true\`.`,
    examples: examplesOf('What is usual', 'The id alone', { [first.slug]: { id: true } }),
    schema: {
      type: 'object',
      properties: Object.fromEntries(properties),
      additionalProperties: false,
    },
  }
}

/** The parameters that depend on the collection. */
export async function collectionParameters(
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<Record<string, Parameter>> {
  const { flattenedFields } = collection
  const sortable = ['id', ...(await sortablePaths(flattenedFields, req))]
  const joins = joinNames(collection)
  return {
    select: {
      name: 'select',
      in: 'query',
      ...nested,
      description: `Which fields are answered; \`false\` leaves one out. ${inBrackets}: \`select[id]=true\`.`,
      schema: refTo('schemas', selectName(collection)),
      examples: examplesOf('Everything', 'The id alone', { id: true }),
    },
    sort: {
      name: 'sort',
      in: 'query',
      style: 'form',
      explode: false,
      description: 'The order: paths, the first counts first; with `-` in front it is descending.',
      schema: {
        type: 'array',
        items: { type: 'string', enum: sortable.flatMap((path) => [path, `-${path}`]) },
        minItems: 1,
      },
    },
    where: {
      name: 'where',
      in: 'query',
      ...nested,
      description: `Which documents. ${inBrackets}: \`where[${sortable.at(1) ?? 'id'}][exists]=true\`, \`where[or][0][id][in]=a,b\`.`,
      schema: refTo('schemas', whereName(collection)),
      examples: examplesOf('All', 'Those that have an id', { id: { exists: true } }),
    },
    joins: {
      name: 'joins',
      in: 'query',
      description: joins.length
        ? `\`false\` leaves out the lists of related documents: ${joins.join(', ')}.`
        : 'There is nothing to join here.',
      schema: { type: 'boolean', enum: [false] },
    },
  }
}
