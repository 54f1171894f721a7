import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { BadQuery, mistake } from '../../cms/readers/mistake.ts'
import { schemaMistakes } from '../../cms/readers/schema-mistakes.ts'
import { jsonBody } from '../../cms/rest/json-body.ts'
import { changeSchema } from '../adjust/change.ts'
import { formats } from '../read/pasted/to-markdown.ts'
import { largest } from '../read/read-flyer.ts'

/** Word's HTML is several times as long as its text. */
const largestHtml = 512 * 1024
const largestBody = 1_500_000
const mostChanges = 1000

const bytesOf = (text: string): number => Buffer.byteLength(text)

/** Tab, line ends and form feed are the controls that texts have. */
const isBinary = (text: string): boolean => /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u.test(text)

const askedSchema = z
  .strictObject({
    text: z
      .string({ error: "accepted: the flyer's text" })
      .refine((text) => text.trim() !== '', 'the flyer is empty')
      .refine((text) => !isBinary(text), 'a binary file, not a text'),
    format: z.enum(formats, { error: `accepted: ${formats.join(', ')}` }).default('markdown'),
    locale: z.string({ error: 'accepted: a language of the site' }).optional(),
    into: z
      .string({ error: 'accepted: the slug of a campaign' })
      .nullish()
      .transform((slug) => slug || undefined),
    changes: z
      .array(changeSchema, { error: 'accepted: a list of changes' })
      .max(mostChanges, `accepted: ${mostChanges} changes`)
      .default([]),
  })
  .superRefine(({ text, format }, context) => {
    const most = format === 'html' ? largestHtml : largest
    if (bytesOf(text) <= most) return
    const message = `larger than the ${most / 1024} KB a flyer may have`
    context.addIssue({ code: 'custom', path: ['text'], message })
  })

/** A flyer, the language it is in, the campaign it goes into, and what an editor has changed of it. */
export type Asked = Omit<z.infer<typeof askedSchema>, 'locale'> & { locale: string }

/** @throws BadQuery that names every mistake; APIError for a body that is none */
export async function readAsked(req: PayloadRequest): Promise<Asked> {
  const asked = askedSchema.safeParse(await jsonBody(req, largestBody))
  if (!asked.success)
    throw new BadQuery(schemaMistakes(asked.error, Object.keys(askedSchema.shape)))
  const { localization } = req.payload.config
  const codes = localization ? localization.localeCodes : []
  const locale = asked.data.locale ?? (localization ? localization.defaultLocale : '')
  if (!codes.includes(locale)) {
    throw new BadQuery([mistake('locale', `accepted: ${codes.join(', ')}`)])
  }
  return { ...asked.data, locale }
}
