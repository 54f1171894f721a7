import type { CollectionConfig, Plugin, UIField, Where } from 'payload'
import { headings, type NamedCollection } from '../bundle/documents.ts'
import { listLinks, withdrawLink } from './endpoints/links.ts'
import { makeLink } from './endpoints/make-link.ts'
import { linksSlug, previewLinks } from './links-collection.ts'

const collections = Object.keys(headings) as NamedCollection[]

/** Shows drafts as readers will see them: beside the form, and to whom an editor gives a link. */
export const preview =
  ({ publicUrl }: { publicUrl: string }): Plugin =>
  (config) => ({
    ...config,
    admin: {
      ...config.admin,
      livePreview: {
        collections,
        breakpoints: [{ name: 'phone', label: 'Phone', width: 390, height: 780 }],
        url: ({ collectionConfig, data, locale }) =>
          collectionConfig && data.id
            ? `/preview/${collectionConfig.slug}/${data.id}?locale=${encodeURIComponent(locale.code)}`
            : null,
      },
    },
    collections: [
      ...(config.collections ?? []).map((one) =>
        one.slug in headings ? withLinks(one, one.slug as NamedCollection, publicUrl) : one,
      ),
      previewLinks,
    ],
  })

const withLinks = (
  collection: CollectionConfig,
  slug: NamedCollection,
  publicUrl: string,
): CollectionConfig => ({
  ...collection,
  endpoints: [
    ...(collection.endpoints || []),
    makeLink(slug, publicUrl),
    listLinks(slug),
    withdrawLink(slug),
  ],
  fields: [...collection.fields, panel],
  hooks: {
    ...collection.hooks,
    beforeDelete: [
      ...(collection.hooks?.beforeDelete ?? []),
      async ({ id, req }) => {
        const where: Where = { and: [{ of: { equals: slug } }, { document: { equals: id } }] }
        await req.payload.db.deleteMany({ collection: linksSlug, req, where })
      },
    ],
  },
})

const panel: UIField = {
  name: 'previewLinks',
  type: 'ui',
  admin: {
    components: { Field: '/admin/preview/links-panel.tsx#LinksPanel' },
    disableBulkEdit: true,
    disableListColumn: true,
    position: 'sidebar',
  },
}
