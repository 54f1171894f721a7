import { z } from 'zod'

const textSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  code: z.literal(true).optional(),
})

const breakSchema = z.strictObject({ type: z.literal('break') })

/** A link without `url` is a placeholder: its author has not put in the address yet. */
const linkSchema = z.strictObject({
  type: z.literal('link'),
  url: z.url({ protocol: /^(https?|mailto|tel)$/ }).optional(),
  /** What stands behind the address in Markdown: the place in the source. */
  place: z.string().min(1).optional(),
  children: z.array(textSchema).min(1),
})

const inlineSchema = z.discriminatedUnion('type', [textSchema, linkSchema, breakSchema])

export type Text = z.infer<typeof textSchema>
export type Link = z.infer<typeof linkSchema>
export type Inline = z.infer<typeof inlineSchema>

export type Paragraph = { type: 'paragraph'; children: Inline[] }
export type Heading = { type: 'heading'; level: number; children: Inline[] }
type Quote = { type: 'quote'; children: Block[] }
export type List = { type: 'list'; ordered: boolean; start?: number | undefined; items: Block[][] }
export type Block = Paragraph | Heading | Quote | List

/** Rich text as the importer passes it on: nothing of Markdown, nothing of Payload's editor. */
export const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('paragraph'), children: z.array(inlineSchema).min(1) }),
    z.strictObject({
      type: z.literal('heading'),
      level: z.number().int().min(1).max(6),
      children: z.array(inlineSchema).min(1),
    }),
    z.strictObject({ type: z.literal('quote'), children: z.array(blockSchema).min(1) }),
    z.strictObject({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.number().int().optional(),
      items: z.array(z.array(blockSchema)).min(1),
    }),
  ]),
)
