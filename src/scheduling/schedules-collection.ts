import type { CollectionConfig, CollectionSlug } from 'payload'
import { closed } from '../cms/closed-collection.ts'
import type { Item, Problem, What } from './what.ts'

export const schedulesSlug = 'schedules' as CollectionSlug

/**
 * What is to be published or unpublished together and when, and what could not be. It has no doors of its
 * own: a document's endpoints tell of it.
 */
export const schedules: CollectionConfig = {
  slug: schedulesSlug,
  ...closed,
  fields: [
    // The campaign, or the one document, that it was made for.
    { name: 'of', type: 'text', required: true },
    { name: 'document', type: 'text', required: true, index: true },
    { name: 'what', type: 'text', required: true },
    { name: 'documents', type: 'json', required: true },
    { name: 'by', type: 'relationship', relationTo: 'users' },
    { name: 'at', type: 'date', required: true },
    { name: 'state', type: 'text', required: true, index: true },
    // When it is tried: at its time, or again after the database had failed.
    { name: 'dueAt', type: 'date', required: true },
    { name: 'attempts', type: 'number', required: true },
    { name: 'endedAt', type: 'date' },
    { name: 'problems', type: 'json' },
  ],
}

/** A schedule as it is kept. */
export type Schedule = {
  id: string
  of: string
  document: string
  what: What
  documents: Item[]
  by?: string | null
  at: string
  state: 'waiting' | 'done' | 'refused' | 'cancelled'
  dueAt: string
  attempts: number
  endedAt?: string | null
  problems?: Problem[] | null
}
