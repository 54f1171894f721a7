'use client'

import { Link, useConfig } from '@payloadcms/ui'

/** The lists of deliveries that an admin looks for, above the list of all. */
export function DeliveryLists() {
  const { config } = useConfig()
  const list = `${config.routes.admin}/collections/webhook-deliveries`
  const where = (field: string, value: string) =>
    `${list}?where[or][0][and][0][${field}][equals]=${value}`
  return (
    <nav aria-label="Lists of deliveries" style={{ display: 'flex', gap: '1.5rem' }}>
      <Link href={list}>All</Link>
      <Link href={where('acknowledgement', 'asked')}>Acknowledgement not given</Link>
      <Link href={where('state', 'waiting')}>Waiting</Link>
      <Link href={where('state', 'failed')}>Given up</Link>
    </nav>
  )
}
