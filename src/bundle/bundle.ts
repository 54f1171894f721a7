import { type Endpoint, headersWithCors, type PayloadRequest, type Plugin } from 'payload'
import { contentLanguageOf } from '../cms/content-locale/content-language.ts'
import { readWhole } from '../cms/database/read-whole.ts'
import { answerForMissing } from '../cms/plugins/slug-endpoint.ts'
import { refuse } from '../cms/readers/refuse.ts'
import { addZodSchema } from '../openapi/from-zod.ts'
import { documented } from '../openapi/operation.ts'
import { composeBundle } from './compose.ts'
import { beginningOf, findNamed, readCampaign, readDocuments } from './documents.ts'
import { checkParameters, parameters } from './parameters.ts'
import { bundleJsonSchema, bundlePrefix } from './schema.ts'

/**
 * Adds `GET /api/campaigns/{slug}/bundle`, a whole published campaign in one answer, and
 * `GET /api/campaigns/bundle.schema.json`, its shape.
 *
 * A former slug redirects, and a wrong parameter is named, as at the other endpoints; here editors are
 * told too, because the answer has one shape for everyone.
 */
export const bundle: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) =>
    collection.slug === 'campaigns'
      ? { ...collection, endpoints: [...(collection.endpoints || []), bySlug, schema] }
      : collection,
  ),
})

const bySlug: Omit<Endpoint, 'root'> = {
  method: 'get',
  path: '/:slug/bundle',
  custom: documented(async (describe) => ({
    operationId: 'campaignBundle',
    summary: 'A whole campaign in one answer',
    description:
      'Sections in order, each claim, demand and resource whole at its place, every text as the editor’s state, as HTML and as plain text. A former slug redirects, that of a withdrawn campaign is 410.',
    parameters: await describe.parameters(parameters),
    responses: {
      200: describe.ok(
        'The campaign.',
        addZodSchema(describe, bundlePrefix, bundleJsonSchema, 'campaigns'),
      ),
      ...describe.responses(304, 308, 400, 404, 410),
    },
  })),
  handler: async (req) => {
    const mistakes = await checkParameters(req)
    if (mistakes.length > 0) return refuse(mistakes, req)

    const slug = String(req.routeParams?.slug)
    const here = (name: string) => addressOf(req, name)
    const found = await readWhole(req, () => readNamed(req, slug))
    if (!found) return answerForMissing(req, 'campaigns', slug, here)
    const { campaign, documents, named } = found
    const others = named.locales.filter((locale) => locale !== req.locale)
    const answer = composeBundle(
      campaign,
      documents,
      String(req.locale),
      others.map((locale) => ({
        locale,
        url: `${here(slug)}?locale=${encodeURIComponent(locale)}`,
      })),
    )
    const language = contentLanguageOf(campaign)
    const headers = new Headers(language ? { 'Content-Language': language } : {})
    return Response.json(answer, { headers: headersWithCors({ headers, req }) })
  },
}

/** Everything that is in a bundle, of the public campaign of that name. */
async function readNamed(req: PayloadRequest, slug: string) {
  const named = await findNamed(req, 'campaigns', slug)
  const campaign = named && (await readCampaign(req, named.id))
  if (!campaign) return undefined
  return { named, campaign, documents: await readDocuments(req, beginningOf(campaign)) }
}

const schema: Omit<Endpoint, 'root'> = {
  method: 'get',
  path: '/bundle.schema.json',
  custom: documented(({ ok, responses }) => ({
    operationId: 'bundleSchema',
    summary: 'The shape of a bundle, as JSON Schema',
    description: 'Of `/api/campaigns/{slug}/bundle`, to check answers by or to make types from.',
    responses: {
      200: ok('A JSON Schema (draft 2020-12).', { type: 'object' }, 'application/schema+json'),
      ...responses(),
    },
  })),
  handler: (req) => {
    const headers = new Headers({ 'Content-Type': 'application/schema+json' })
    return Response.json(bundleJsonSchema, { headers: headersWithCors({ headers, req }) })
  },
}

const addressOf = (req: PayloadRequest, slug: string): string =>
  `${req.payload.config.routes.api}/campaigns/${slug}/bundle`
