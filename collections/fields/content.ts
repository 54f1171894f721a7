import type { CollectionBeforeOperationHook, CollectionConfig, Field } from 'payload'
import { noteDrafts } from '../access/drafts.ts'
import { guardDelete, guardPublishing, noteWrite } from '../access/publishing.ts'
import { publishedOrStaff, staff, writers } from '../access/rules.ts'
import { guardTranslating, keepFromTranslators } from '../access/translating.ts'
import { reviewFields } from './review.ts'

type ContentConfig = Pick<CollectionConfig, 'slug' | 'admin' | 'defaultPopulate'> & {
  fields: Field[]
  /** What it does beside what all content does. */
  beforeOperation?: CollectionBeforeOperationHook[]
}

/**
 * What every kind of content has in common: who may read and write it, drafts that save themselves,
 * publishing at a set time, a version for every change, and the trash.
 */
export function content({
  beforeOperation = [],
  fields,
  ...config
}: ContentConfig): CollectionConfig {
  return {
    ...config,
    fields: keepFromTranslators([...fields, ...reviewFields]),
    access: {
      read: publishedOrStaff,
      readVersions: staff,
      create: writers,
      update: staff,
      delete: writers,
    },
    hooks: {
      beforeOperation: [noteWrite, guardTranslating, noteDrafts, ...beforeOperation],
      beforeChange: [guardPublishing],
      beforeDelete: [guardDelete],
    },
    enableQueryPresets: true,
    trash: true,
    versions: {
      // 0 keeps all: what was published when must stay answerable.
      maxPerDoc: 0,
      drafts: { autosave: { interval: 800 }, schedulePublish: true },
    },
  }
}
