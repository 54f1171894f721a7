import { z } from 'zod'
import { linkStatuses } from '../../collections/fields/link.ts'
import { resourceKinds } from '../../collections/fields/resource-kinds.ts'

/*
 * The shape of a bundle. Answers are cut to it: what is not named here is in none, whatever is added to a
 * collection. Partners get it as JSON Schema, so what matters to them is described. A field that was left
 * empty is null and never missing.
 */

const text = () => z.string().nullable().prefault(null)
const number = () => z.number().nullable().prefault(null)
const time = () => text().meta({ format: 'date-time' })
const webAddress = () => text().meta({ format: 'uri' })
const option = <const V extends readonly string[]>(values: V) =>
  z.enum(values).nullable().prefault(null)

const document = {
  id: z.string().describe('It stays the same for ever.'),
  slug: text().describe('The name in addresses. It may change; the former one then redirects.'),
  updatedAt: z
    .string()
    .meta({ format: 'date-time', description: 'When the document last changed.' }),
  contentLocale: text().describe(
    'The language that the document is shown in: the one asked for if its heading is in that, else the fallback.',
  ),
  locales: z.array(z.string()).prefault([]).describe('The languages that the document is in.'),
}

/** What the rows of a list have for a site that needs a key for each. */
const row = { id: text().describe('It stays the same when the row is moved.') }

const richText = {
  body: z
    .record(z.string(), z.unknown())
    .nullable()
    .prefault(null)
    .describe(
      "The editor's own state (Lexical), for sites that render it themselves. A node of type `inlineBlock` whose `fields.blockType` is `figure` shows the claim's figure with the id in `fields.figure`, with its date if `fields.withDate`.",
    ),
  bodyHtml: z
    .string()
    .describe(
      'The body as HTML that can stand in any page: no script, no class. Empty without one.',
    ),
  bodyText: z.string().describe('The body as plain text. Empty without one.'),
}

const media = z
  .object({
    id: document.id,
    updatedAt: document.updatedAt,
    url: text().describe('Where the file is, on the server that gave this answer.'),
    alt: text().describe('What the picture shows, for those who cannot see it.'),
    credit: text(),
    license: text(),
    mimeType: text(),
    filesize: number().describe('In bytes.'),
    width: number(),
    height: number(),
  })
  .meta({ id: 'Media' })

export const resource = z
  .object({
    ...document,
    title: text(),
    kind: option([...resourceKinds, 'other']),
    url: webAddress(),
    file: media.nullable().prefault(null),
    publisher: text(),
    authors: z.array(z.string()),
    publishedOn: time(),
    language: text().describe('The language the resource is in, as a language tag.'),
    archivedUrl: webAddress().describe('A copy, for when the address is dead.'),
    link: z
      .object({
        status: option(linkStatuses),
        httpStatus: number(),
        checkedAt: time().describe('When that was found; it may have been confirmed since.'),
        finalUrl: webAddress().describe('The address that it has moved to.'),
      })
      .prefault({})
      .describe('What is known of the address.'),
  })
  .meta({ id: 'Resource', description: 'A report, a toolkit, a link.' })

export const claim = z
  .object({
    ...document,
    statement: text(),
    ...richText,
    evidence: z
      .array(
        z.object({
          ...row,
          source: resource.nullable().describe('null while the source is not public.'),
          locator: text().describe('The place in the source: page, section, minute.'),
          quote: text(),
          archivedUrl: webAddress(),
          accessedOn: time(),
        }),
      )
      .describe('Where the claim can be checked.'),
    figures: z
      .array(z.object({ ...row, label: text(), value: number(), unit: text(), asOf: time() }))
      .describe('Numbers that the claim rests on. The body may show them, by their ids.'),
    verification: z
      .object({
        status: option(['unverified', 'verified', 'disputed', 'retracted']).describe(
          'Show a claim that is retracted as such, or not at all.',
        ),
        verifiedOn: time(),
        reviewBy: time(),
        note: text(),
      })
      .prefault({}),
  })
  .meta({ id: 'Claim', description: 'A statement of fact with its evidence.' })

const demandStatus = option(['open', 'partly-met', 'met', 'refused'])

export const demand = z
  .object({
    ...document,
    title: text(),
    ...richText,
    addressedTo: text(),
    status: demandStatus,
    history: z
      .array(
        z.object({
          ...row,
          status: demandStatus,
          on: time(),
          note: text(),
          source: resource.nullable(),
        }),
      )
      .describe('How the status came about.'),
    supportedBy: z.array(claim).describe('The claims that give the reasons, whole.'),
    actions: z
      .array(
        z.object({
          ...row,
          label: text(),
          url: webAddress(),
          kind: option(['petition', 'letter', 'call', 'event', 'donation', 'other']),
        }),
      )
      .describe('What a visitor can do.'),
  })
  .meta({ id: 'Demand', description: 'What the campaign asks, and of whom.' })

const kind = <const K extends string>(of: K) =>
  z.literal(of).describe('What kind of document it is.')

const item = z
  .discriminatedUnion('relationTo', [
    z.object({ relationTo: kind('claims'), value: claim }),
    z.object({ relationTo: kind('demands'), value: demand }),
    z.object({ relationTo: kind('resources'), value: resource }),
  ])
  .meta({ id: 'Item', description: 'As in REST and GraphQL.' })

const section = z
  .object({
    ...row,
    heading: text().describe('What stands over the section.'),
    ...richText,
    items: z.array(item).describe('In the order to show them in.'),
  })
  .meta({ id: 'Section' })

/** A whole campaign in one language. */
export const bundleSchema = z
  .object({
    locale: z
      .string()
      .describe(
        'The language asked for. What is not translated is in the fallback language, or null.',
      ),
    alternates: z
      .array(
        z.object({
          locale: z.string().describe('The language.'),
          url: z.string().meta({ format: 'uri-reference', description: 'Where its bundle is.' }),
        }),
      )
      .describe('The other languages that the campaign is in, and where.'),
    ...document,
    title: text(),
    summary: text(),
    ...richText,
    sections: z.array(section).describe('In the order in which the campaign is told.'),
    target: z
      .object({
        name: text(),
        kind: option(['company', 'government', 'institution', 'person', 'other']),
      })
      .prefault({})
      .describe('Whom the campaign is addressed to.'),
    hashtag: text(),
    callToAction: z.object({ label: text(), url: webAddress() }).prefault({}),
    image: media.nullable(),
  })
  .meta({
    title: 'Campaign bundle',
    description:
      'A published campaign with everything in it, in one language. A document stands whole wherever ' +
      'it is shown. Fields may be added: ignore those that you do not know.',
  })

export type Bundle = z.output<typeof bundleSchema>
export type BundleInput = z.input<typeof bundleSchema>
export type ClaimInput = z.input<typeof claim>
export type DemandInput = z.input<typeof demand>
export type ResourceInput = z.input<typeof resource>

/** What the names of the bundle’s parts begin with in the OpenAPI document. */
export const bundlePrefix = 'Bundle'

/** A shape as JSON Schema (draft 2020-12), open to fields that are added later. */
export const openJsonSchema = (schema: z.ZodType) =>
  z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
    },
  })

export const bundleJsonSchema = openJsonSchema(bundleSchema)
