'use client'

import { Button, Drawer, toast, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useId, useState } from 'react'
import { useApi } from '../use-api.ts'
import { useAttempt } from '../use-attempt.ts'
import { schedulingWords } from '../words/scheduling.ts'
import { useWords } from '../words/use-words.ts'
import type { DryRun, What } from './types.ts'

type Props = { campaign: string; onDone?(): Promise<void> }

/** Opens what is published together with the campaign, now or at a time. */
export function CampaignDrawer({ campaign, onDone }: Props) {
  const words = useWords(schedulingWords)
  const { closeModal, isModalOpen, openModal } = useModal()
  const slug = `publish-campaign-${campaign}`
  const done = async () => {
    closeModal(slug)
    await onDone?.()
  }
  return (
    <>
      <Button
        buttonStyle="secondary"
        margin={false}
        onClick={() => openModal(slug)}
        size="small"
        type="button"
      >
        {words.open}
      </Button>
      <Drawer slug={slug} title={words.heading}>
        {isModalOpen(slug) && <Together campaign={campaign} onDone={done} />}
      </Drawer>
    </>
  )
}

function Together({ campaign, onDone }: Required<Props>) {
  const id = useId()
  const ask = useApi(`/campaigns/${campaign}`)
  const { attempt, isBusy, problem } = useAttempt()
  const words = useWords(schedulingWords)
  const router = useRouter()
  const [what, setWhat] = useState<What>('publish')
  const [found, setFound] = useState<DryRun>()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState('')

  const look = useCallback(async () => {
    setFound(await ask<DryRun>('/publish', 'POST', { what, dryRun: true }))
  }, [ask, what])
  useEffect(() => {
    setFound(undefined)
    void attempt(look)
  }, [attempt, look])

  const chosen = found?.documents.filter(({ value }) => !left.has(value)) ?? []
  const documents = chosen.map(({ relationTo, value }) => ({ relationTo, value }))
  const isHindered = found?.problems.some(({ value }) => !left.has(value ?? '')) ?? false
  const publish = async () => {
    const when = at ? { at: new Date(at).toISOString() } : {}
    await ask('/publish', 'POST', { what, documents, ...when })
    const say = { publish: words.published, unpublish: words.unpublished }[what]
    toast.success(at ? words.scheduled : say(chosen.length))
    await onDone()
    if (!at) router.refresh()
  }
  const submit = async () => {
    if (!(await attempt(publish))) await look().catch(() => {})
  }
  const label = at
    ? words.doSchedule
    : { publish: words.doPublish, unpublish: words.doUnpublish }[what]
  return (
    <div style={{ display: 'grid', gap: '1.25rem', maxWidth: '44rem' }}>
      <p style={{ margin: 0 }}>{words.about}</p>
      <fieldset style={fieldsetStyle}>
        <legend>{words.what}</legend>
        {(['publish', 'unpublish'] as const).map((one) => (
          <label htmlFor={`${id}-${one}`} key={one} style={{ marginInlineEnd: '1.5rem' }}>
            <input
              checked={what === one}
              id={`${id}-${one}`}
              name={`${id}-what`}
              onChange={() => setWhat(one)}
              type="radio"
            />{' '}
            {words[one]}
          </label>
        ))}
      </fieldset>
      {!found && !problem && <p aria-live="polite">{words.looking}</p>}
      {found?.documents.length === 0 && <p>{words.nothing[what]}</p>}
      {found && found.documents.length > 0 && (
        <DocumentList found={found} left={left} onChange={setLeft} />
      )}
      <label htmlFor={`${id}-at`}>
        {words.at}
        <input
          id={`${id}-at`}
          onChange={({ target }) => setAt(target.value)}
          style={inputStyle}
          type="datetime-local"
          value={at}
        />
      </label>
      {problem && <p role="alert">{problem}</p>}
      <div>
        <Button
          disabled={isBusy || chosen.length === 0 || (isHindered && !at)}
          margin={false}
          onClick={submit}
          type="button"
        >
          {label(chosen.length)}
        </Button>
      </div>
    </div>
  )
}

type ListProps = {
  found: DryRun
  left: ReadonlySet<string>
  onChange(left: ReadonlySet<string>): void
}

function DocumentList({ found, left, onChange }: ListProps) {
  const id = useId()
  const words = useWords(schedulingWords)
  const toggle = (value: string) => {
    const next = new Set(left)
    if (!next.delete(value)) next.add(value)
    onChange(next)
  }
  return (
    <fieldset style={fieldsetStyle}>
      <legend>{words.documents}</legend>
      <ul style={{ display: 'grid', gap: '0.5rem', listStyle: 'none', margin: 0, padding: 0 }}>
        {found.documents.map(({ isPublic, relationTo, title, value }) => (
          <li key={value}>
            <label htmlFor={`${id}-${value}`}>
              <input
                checked={!left.has(value)}
                id={`${id}-${value}`}
                onChange={() => toggle(value)}
                type="checkbox"
              />{' '}
              {title || words.untitled}{' '}
              <small>
                {words.kinds[relationTo]}, {isPublic ? words.isChanged : words.isNew}
              </small>
            </label>
            {found.problems
              .filter((one) => one.value === value)
              .map(({ message, path }) => (
                <p
                  key={`${path} ${message}`}
                  style={{ color: 'var(--theme-error-600)', margin: '0.25rem 0 0 1.5rem' }}
                >
                  {words.hindered} {message}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

const fieldsetStyle = { border: 0, margin: 0, padding: 0 }

const inputStyle = {
  background: 'var(--theme-input-bg)',
  border: '1px solid var(--theme-elevation-400)',
  color: 'var(--theme-elevation-800)',
  display: 'block',
  marginTop: '0.25rem',
  padding: '0.35rem 0.5rem',
}
