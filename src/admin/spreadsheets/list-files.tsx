'use client'

import { Button, useAuth, useConfig, useListQuery, useLocale } from '@payloadcms/ui'
import { useState } from 'react'
import { spreadsheetWords } from '../words/spreadsheets.ts'
import { useWords } from '../words/use-words.ts'
import { ImportPanel } from './import-panel.tsx'
import './spreadsheets.css'

/** Above a list: what it shows as a file, and a file into it. */
export function ListFiles() {
  const words = useWords(spreadsheetWords)
  const { config } = useConfig()
  const { user } = useAuth()
  const { collectionSlug, query } = useListQuery()
  const { code } = useLocale()
  const [isOpen, setOpen] = useState(false)

  const href = (format: string): string => {
    const { search, sort, where } = query
    const asked = new URLSearchParams({ format, locale: code })
    if (search) asked.set('search', search)
    if (sort) asked.set('sort', String(sort))
    if (where && Object.keys(where).length > 0) asked.set('where', JSON.stringify(where))
    return `${config.routes.api}/${collectionSlug}/export?${asked}`
  }
  const role = (user as { role?: string } | null)?.role
  return (
    <section aria-label={words.files} className="list-files">
      <div className="list-files__buttons">
        <a className="list-files__link" download href={href('csv')}>
          {words.exportAs('CSV')}
        </a>
        <a className="list-files__link" download href={href('json')}>
          {words.exportAs('JSON')}
        </a>
        {role !== 'translator' && (
          <Button
            aria-expanded={isOpen}
            buttonStyle="secondary"
            margin={false}
            onClick={() => setOpen(!isOpen)}
            size="small"
          >
            {isOpen ? words.close : words.import}
          </Button>
        )}
      </div>
      {isOpen && (
        <ImportPanel
          collection={collectionSlug}
          mayPublish={role === 'admin' || role === 'reviewer'}
        />
      )}
    </section>
  )
}
