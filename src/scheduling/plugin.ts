import type { CollectionConfig, Plugin, UIField } from 'payload'
import { headings, type NamedCollection } from '../bundle/documents.ts'
import { publishCampaign } from './endpoints/publish-campaign.ts'
import { endSchedule, listSchedules } from './endpoints/schedules.ts'
import { schedules } from './schedules-collection.ts'

/**
 * Publishes and unpublishes a whole campaign together, and tells on each document what is to happen with
 * it. start.ts does what is due; single/ has to do with Payload's own schedule of one document.
 */
export const scheduling: Plugin = (config) => ({
  ...config,
  collections: [
    ...(config.collections ?? []).map((one) =>
      one.slug in headings ? withSchedules(one, one.slug as NamedCollection) : one,
    ),
    schedules,
  ],
})

const withSchedules = (collection: CollectionConfig, slug: NamedCollection): CollectionConfig => ({
  ...collection,
  endpoints: [
    ...(collection.endpoints || []),
    ...(slug === 'campaigns' ? [publishCampaign] : []),
    listSchedules(slug),
    endSchedule(slug),
  ],
  fields: [...collection.fields, panel],
})

const panel: UIField = {
  name: 'schedules',
  type: 'ui',
  admin: {
    components: { Field: '/admin/scheduling/schedules-panel.tsx#SchedulesPanel' },
    disableBulkEdit: true,
    disableListColumn: true,
    position: 'sidebar',
  },
}
