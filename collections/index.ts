import type { CollectionConfig } from 'payload'
import { Campaigns } from './campaigns.ts'
import { Claims } from './claims.ts'
import { Comments } from './comments.ts'
import { Demands } from './demands.ts'
import { History } from './history.ts'
import { LinkChecks } from './link-checks.ts'
import { Media } from './media.ts'
import { Partners } from './partners.ts'
import { Resources } from './resources.ts'
import { Users } from './users.ts'
import { WebhookDeliveries } from './webhook-deliveries.ts'
import { Webhooks } from './webhooks.ts'

/** Every collection, in the order in which the admin lists them. */
export const collections: CollectionConfig[] = [
  Campaigns,
  Claims,
  Demands,
  Resources,
  Media,
  Partners,
  Webhooks,
  WebhookDeliveries,
  LinkChecks,
  Users,
  Comments,
  History,
]
