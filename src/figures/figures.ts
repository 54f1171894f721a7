import type { ArrayField, CollectionConfig, Field, Plugin, RichTextField } from 'payload'
import { figuresEditor } from './editor.ts'
import { newFigureId, pointToCopies } from './new-ids.ts'

/** Lets the text of a claim show the claim's own figures, each where the editor puts it. */
export const figures: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((one) => (one.slug === 'claims' ? shown(one) : one)),
})

const shown = (claims: CollectionConfig): CollectionConfig => ({
  ...claims,
  fields: claims.fields.map((field): Field => {
    if (field.type === 'richText' && field.name === 'body') return withFigures(field)
    return field.type === 'array' && field.name === 'figures' ? withKnownIds(field) : field
  }),
})

const withFigures = (body: RichTextField): RichTextField => ({
  ...body,
  editor: figuresEditor,
  hooks: { ...body.hooks, beforeDuplicate: [pointToCopies] },
})

const withKnownIds = (rows: ArrayField): ArrayField => ({
  ...rows,
  fields: [...rows.fields, newFigureId],
})
