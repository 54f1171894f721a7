'use client'

import { Button, useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { usePostAction } from '../post-action.ts'
import { linkWords } from '../words/links.ts'
import { useWords } from '../words/use-words.ts'

type Check = {
  status: keyof (typeof linkWords)['en']['statuses']
  finalUrl?: string | null
  reason?: string | null
  checkedAt?: string | null
  dueAt?: string | null
}

/** What is known of a resource's address, and having it checked now. */
export function LinkCheckField() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { post, isBusy } = usePostAction()
  const words = useWords(linkWords)
  const url = useFormFields(([fields]) => fields.url?.initialValue as string | undefined)
  const [check, setCheck] = useState<Check>()
  const { api } = config.routes

  useEffect(() => {
    setCheck(undefined)
    if (!url) return
    const leaving = new AbortController()
    const where = `where[url][equals]=${encodeURIComponent(url)}&limit=1`
    fetch(`${api}/link-checks?${where}`, { credentials: 'include', signal: leaving.signal })
      .then((response) => response.json())
      .then(({ docs }) => setCheck(docs?.[0]))
      .catch(() => {})
    return () => leaving.abort()
  }, [api, url])

  if (!id || !url) return null
  const time = (iso: string) => new Date(iso).toLocaleString(i18n.language)
  return (
    <section
      aria-label={words.title}
      className="field-type"
      style={{ display: 'grid', gap: '0.5rem', marginBottom: 'var(--base)' }}
    >
      <div style={{ alignItems: 'center', display: 'flex', flexWrap: 'wrap', gap: '0.75rem' }}>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() =>
            post(`/resources/${id}/check-link`, {}, (answer) => {
              if (answer.check) setCheck(answer.check as Check)
              return answer.isChecked ? words.checked : words.waiting
            })
          }
          size="small"
        >
          {words.check}
        </Button>
        <strong>{check?.checkedAt ? words.statuses[check.status] : words.never}</strong>
      </div>
      {check?.finalUrl && (
        <div>
          {words.movedTo}{' '}
          <a href={check.finalUrl} rel="noreferrer" target="_blank">
            {check.finalUrl}
          </a>
        </div>
      )}
      {check?.checkedAt && (
        <div>
          {words.last}: {time(check.checkedAt)}
          {check.reason && ` – ${check.reason}`}
          {check.dueAt && ` ${words.next}: ${time(check.dueAt)}.`}
        </div>
      )}
    </section>
  )
}
