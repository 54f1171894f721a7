import { campaigns } from './es/campaigns.ts'
import { claims } from './es/claims.ts'
import { demands } from './es/demands.ts'
import { linkChecks } from './es/link-checks.ts'
import { media } from './es/media.ts'
import { partners } from './es/partners.ts'
import { resources } from './es/resources.ts'
import type { CollectionWords } from './es/shared.ts'
import { users } from './es/users.ts'
import { webhookDeliveries } from './es/webhook-deliveries.ts'
import { webhooks } from './es/webhooks.ts'

/** What the admin says in Spanish of every collection and field. */
export const es: Record<string, CollectionWords> = {
  campaigns,
  claims,
  demands,
  resources,
  media,
  users,
  'link-checks': linkChecks,
  partners,
  webhooks,
  'webhook-deliveries': webhookDeliveries,
}
