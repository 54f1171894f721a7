'use client'

import { Link, useConfig, useListQuery } from '@payloadcms/ui'
import { linkWords } from '../words/links.ts'
import { useWords } from '../words/use-words.ts'

/** The lists of links that an editor looks for, above the list of all. */
export function LinkLists() {
  const { config } = useConfig()
  const { collectionSlug } = useListQuery()
  const words = useWords(linkWords)
  const list = `${config.routes.admin}/collections/${collectionSlug}`
  const field = collectionSlug === 'resources' ? 'link.status' : 'status'
  const where = (status: string) => `${list}?where[or][0][and][0][${field}][equals]=${status}`
  return (
    <nav aria-label={words.lists} style={{ display: 'flex', flexWrap: 'wrap', gap: '1.5rem' }}>
      <Link href={list}>{words.all}</Link>
      <Link href={where('dead')}>{words.dead}</Link>
      <Link href={where('unreachable')}>{words.unreachable}</Link>
      <Link href={where('moved')}>{words.moved}</Link>
    </nav>
  )
}
