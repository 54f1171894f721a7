'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { useWords } from './words/use-words.ts'
import { webhookWords } from './words/webhooks.ts'

/** The lists of deliveries that an admin looks for, above the list of all. */
export function DeliveryLists() {
  const { config } = useConfig()
  const words = useWords(webhookWords)
  const list = `${config.routes.admin}/collections/webhook-deliveries`
  const where = (field: string, value: string) =>
    `${list}?where[or][0][and][0][${field}][equals]=${value}`
  return (
    <nav aria-label={words.lists} style={{ display: 'flex', gap: '1.5rem' }}>
      <Link href={list}>{words.all}</Link>
      <Link href={where('acknowledgement', 'asked')}>{words.unacknowledged}</Link>
      <Link href={where('state', 'waiting')}>{words.waiting}</Link>
      <Link href={where('state', 'failed')}>{words.failed}</Link>
    </nav>
  )
}
