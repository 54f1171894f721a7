import { z } from 'zod'
import { bundleSchema, claim, demand, openJsonSchema, resource } from '../bundle/schema.ts'

/*
 * What a permalink answers on `Accept: application/json`: the document as in a bundle, and where it stands.
 * Answers are cut to this shape.
 */

const address = () => z.string().meta({ format: 'uri' })

const place = {
  permalink: address().describe(
    'The address of the document’s page, to link to and to quote. It says the same as JSON.',
  ),
  locale: z.string().describe('The language that the document is in here.'),
  alternates: z
    .array(
      z.object({
        locale: z.string().describe('A language tag.'),
        url: address().describe('The document in that language.'),
      }),
    )
    .describe('The other languages that the document is in, and where.'),
  untranslated: z
    .array(
      z.object({
        id: z.string().describe('Of the document or the row that has the text.'),
        field: z.string().describe('Its field.'),
        locale: z.string().describe('The language that it is in.'),
      }),
    )
    .prefault([])
    .describe('The texts that stand here in another language, for want of a translation.'),
}

const kind = <const K extends string>(name: K) =>
  z.literal(name).describe('What kind of document it is.')

const campaign = z
  .object({
    title: z.string().nullable().describe('What the campaign is called.'),
    slug: z.string().nullable().describe('Its name in addresses.'),
    url: address().describe('The address of its page.'),
  })
  .nullable()
  .describe('The campaign that it belongs to; null while that is not public.')

const cite = z
  .object({
    text: z.string().describe('A reference to be read.'),
    csl: z
      .record(z.string(), z.unknown())
      .describe('The same as CSL-JSON, which Zotero and Pandoc read.'),
    bibtex: z.string().describe('The same as BibTeX.'),
    ris: z.string().describe('The same as RIS.'),
  })
  .describe('How to cite the claim.')

/** A document at its permalink, in one language. */
export const permalinkSchema = z
  .discriminatedUnion('collection', [
    bundleSchema.extend({ collection: kind('campaigns'), ...place }),
    claim.extend({ collection: kind('claims'), ...place, campaign, cite }),
    demand.extend({ collection: kind('demands'), ...place, campaign }),
    resource.extend({ collection: kind('resources'), ...place, campaign }),
  ])
  .meta({
    title: 'Permalink',
    description:
      'A published document at its permalink, in one language. Fields may be added: ignore those ' +
      'that you do not know.',
  })

export type Permalink = z.output<typeof permalinkSchema>
export type CampaignPermalink = Extract<Permalink, { collection: 'campaigns' }>
export type ClaimPermalink = Extract<Permalink, { collection: 'claims' }>
export type DemandPermalink = Extract<Permalink, { collection: 'demands' }>
export type ResourcePermalink = Extract<Permalink, { collection: 'resources' }>

export const permalinkJsonSchema = openJsonSchema(permalinkSchema)
