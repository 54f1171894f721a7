import {
  type CollectionConfig,
  type CollectionSlug,
  type EditViewConfig,
  type Endpoint,
  Forbidden,
  headersWithCors,
  type JSONField,
  NotFound,
  type Plugin,
} from 'payload'
import { isStaff } from '../../collections/access/roles.ts'
import { keepOriginals, originalsField } from './originals.ts'
import { readTexts } from './read-texts.ts'
import { type Reading, translationsKey } from './reading.ts'

/**
 * Gives what is translated a view for translators, the original beside the translation, at
 * `/admin/collections/{collection}/{id}/translate`; the same is at `GET /api/{collection}/{id}/translations`.
 */
export const translations: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) =>
    collection.versions && collection.fields.some((one) => 'localized' in one && one.localized)
      ? withTranslations(collection)
      : collection,
  ),
  custom: { ...config.custom, [translationsKey]: readTexts satisfies Reading },
})

function withTranslations(collection: CollectionConfig): CollectionConfig {
  const { admin, endpoints, fields, hooks } = collection
  const views = admin?.components?.views
  return {
    ...collection,
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        views: { ...views, edit: { ...views?.edit, translate: view } } as NonNullable<typeof views>,
      },
    },
    endpoints: [...(endpoints || []), endpointOf(collection.slug as CollectionSlug)],
    fields: [...fields, originals],
    hooks: { ...hooks, beforeChange: [...(hooks?.beforeChange ?? []), keepOriginals] },
  }
}

const originals: JSONField = {
  name: originalsField,
  type: 'json',
  hidden: true,
  access: { create: () => false, update: () => false },
}

const view: EditViewConfig = {
  Component: '/admin/translate-view.tsx#TranslateView',
  path: '/translate',
  tab: {
    label: ({ t }) => (t as (key: string) => string)('handbill:translate'),
    href: '/translate',
    order: 150,
  },
}

const endpointOf = (collection: CollectionSlug): Omit<Endpoint, 'root'> => ({
  method: 'get',
  path: '/:id/translations',
  handler: async (req) => {
    if (!isStaff(req.user)) throw new Forbidden(req.t)
    const id = String(req.routeParams?.id)
    const found = await readTexts(req.payload, req.user, collection, id)
    if (!found) throw new NotFound(req.t)
    const headers = headersWithCors({ headers: new Headers(), req })
    return Response.json(found, { headers })
  },
})
