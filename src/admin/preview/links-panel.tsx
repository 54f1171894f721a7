'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useState } from 'react'
import { useDocumentApi } from '../use-api.ts'
import { useAttempt } from '../use-attempt.ts'
import { previewWords } from '../words/preview.ts'
import { useWords } from '../words/use-words.ts'

type Link = {
  id: string
  note: string | null
  state: 'working' | 'expired' | 'withdrawn'
  by: string | null
  createdAt: string
  expiresAt: string
  withdrawnAt: string | null
  lastOpenedAt: string | null
}

/** The links by which people without an account see the draft. A new one's address is shown this once. */
export function LinksPanel() {
  const ask = useDocumentApi()
  const words = useWords(previewWords)
  const [links, setLinks] = useState<Link[]>([])
  const [made, setMade] = useState<string>()
  const { attempt, problem } = useAttempt()

  const load = useCallback(async () => {
    if (ask) setLinks((await ask<{ docs: Link[] }>('/preview-links')).docs)
  }, [ask])
  useEffect(() => {
    void attempt(load)
  }, [attempt, load])

  const title = <h3 style={{ margin: 0 }}>{words.title}</h3>
  if (!ask) {
    return (
      <section className="field-type">
        {title}
        <p style={{ margin: 0 }}>{words.unsaved}</p>
      </section>
    )
  }
  const make = (body: object) =>
    attempt(async () => {
      setMade((await ask<{ url: string }>('/preview-links', 'POST', body)).url)
      await load()
    })
  const end = (id: string) =>
    attempt(async () => {
      await ask(`/preview-links/${id}`, 'DELETE')
      await load()
    })
  return (
    <section className="field-type" style={{ display: 'grid', gap: '0.5rem', marginTop: '1.5rem' }}>
      {title}
      <p style={{ margin: 0 }}>{words.about}</p>
      {problem && <p role="alert">{problem}</p>}
      {made && <MadeLink url={made} />}
      <NewLink onMake={make} />
      {links.length > 0 && (
        <ul style={{ display: 'grid', gap: '0.5rem', listStyle: 'none', margin: 0, padding: 0 }}>
          {links.map((link) => (
            <LinkLine key={link.id} link={link} onEnd={() => end(link.id)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function MadeLink({ url }: { url: string }) {
  const words = useWords(previewWords)
  return (
    <output style={{ background: 'var(--theme-elevation-50)', padding: '0.5rem' }}>
      <strong>{words.made}</strong>{' '}
      <code style={{ overflowWrap: 'anywhere' }} data-preview-link>
        {url}
      </code>{' '}
      <Button
        buttonStyle="secondary"
        margin={false}
        onClick={() => navigator.clipboard.writeText(url).then(() => toast.success(words.copied))}
        size="xsmall"
        type="button"
      >
        {words.copy}
      </Button>
    </output>
  )
}

function NewLink({ onMake }: { onMake(body: object): void }) {
  const id = useId()
  const words = useWords(previewWords)
  const [note, setNote] = useState('')
  const [days, setDays] = useState('7')
  const make = () => {
    onMake({ days: Number(days), ...(note ? { note } : {}) })
    setNote('')
  }
  return (
    <div style={{ alignItems: 'end', display: 'flex', flexWrap: 'wrap', gap: '0.5rem' }}>
      <label htmlFor={`${id}-note`} style={{ flex: '1 1 8rem' }}>
        {words.note}
        <input
          id={`${id}-note`}
          maxLength={100}
          onChange={({ target }) => setNote(target.value)}
          style={inputStyle}
          value={note}
        />
      </label>
      <label htmlFor={`${id}-days`} style={{ flex: '0 1 4.5rem' }}>
        {words.days}
        <input
          id={`${id}-days`}
          max={90}
          min={1}
          onChange={({ target }) => setDays(target.value)}
          style={inputStyle}
          type="number"
          value={days}
        />
      </label>
      <Button buttonStyle="secondary" margin={false} onClick={make} size="small" type="button">
        {words.make}
      </Button>
    </div>
  )
}

const inputStyle = {
  background: 'var(--theme-input-bg)',
  border: '1px solid var(--theme-elevation-400)',
  color: 'var(--theme-elevation-800)',
  display: 'block',
  padding: '0.35rem 0.5rem',
  width: '100%',
}

function LinkLine({ link, onEnd }: { link: Link; onEnd(): void }) {
  const words = useWords(previewWords)
  const { i18n } = useTranslation()
  const day = (date: string | null) =>
    date ? new Date(date).toLocaleDateString(i18n.language, { dateStyle: 'medium' }) : ''
  const moment = (date: string) =>
    new Date(date).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const state = {
    working: () => words.until(day(link.expiresAt)),
    expired: () => words.expired(day(link.expiresAt)),
    withdrawn: () => words.withdrawn(day(link.withdrawnAt)),
  }[link.state]()
  const isWorking = link.state === 'working'
  return (
    <li style={{ borderTop: '1px solid var(--theme-elevation-150)', paddingTop: '0.5rem' }}>
      <strong>{link.note}</strong> {state};{' '}
      {link.lastOpenedAt ? words.opened(moment(link.lastOpenedAt)) : words.neverOpened};{' '}
      {words.by(link.by ?? words.nobody, day(link.createdAt))}{' '}
      <Button buttonStyle="secondary" margin={false} onClick={onEnd} size="xsmall" type="button">
        {isWorking ? words.withdraw : words.remove}
      </Button>
    </li>
  )
}
