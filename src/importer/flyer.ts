import { z } from 'zod'
import { resourceKinds } from '../../collections/fields/resource-kinds.ts'
import { blockSchema } from './rich-text.ts'

const body = z.array(blockSchema)
const line = z.string().trim().min(1)
const index = z.number().int().min(0)

const itemSchema = z.strictObject({ kind: z.enum(['claim', 'demand', 'resource']), index })

const campaignSchema = z.strictObject({
  title: line,
  summary: z.string(),
  body,
  target: z.strictObject({ name: line }).optional(),
  hashtag: z
    .string()
    .regex(/^#[\p{L}\p{N}_]+$/u)
    .optional(),
})

/** The heading is empty for what a flyer lists before its first heading. */
const sectionSchema = z.strictObject({ heading: z.string(), body, items: z.array(itemSchema) })

/**
 * `sources` are the resources that the claim's own text links to; `places`, where there are any, say for each
 * of them where in it the claim is borne out.
 */
const claimSchema = z.strictObject({
  statement: line,
  body,
  sources: z.array(index),
  places: z.array(z.string()).optional(),
})
const demandSchema = z.strictObject({ title: line, body })
const resourceSchema = z.strictObject({
  title: line,
  url: z.url({ protocol: /^https?$/ }).optional(),
  kind: z.enum(resourceKinds).optional(),
  publisher: line.optional(),
})

/**
 * A flyer as the importer understood it: what `--dry-run --json` prints and what the drafts are made of.
 * Items and sources are positions in the lists beside them, so that a translation is matched by position.
 */
export const flyerSchema = z.strictObject({
  campaign: campaignSchema,
  sections: z.array(sectionSchema),
  claims: z.array(claimSchema),
  demands: z.array(demandSchema),
  resources: z.array(resourceSchema),
  warnings: z.array(z.string()),
})

export type Flyer = z.infer<typeof flyerSchema>
export type Section = Flyer['sections'][number]
export type Item = Section['items'][number]
export type Claim = Flyer['claims'][number]
export type Demand = Flyer['demands'][number]
export type Resource = Flyer['resources'][number]
