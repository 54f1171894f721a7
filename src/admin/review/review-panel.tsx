'use client'

import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useState } from 'react'
import { useApi } from '../use-api.ts'
import { reviewWords } from '../words/review.ts'
import { useWords } from '../words/use-words.ts'
import { tellReviewed } from './reviewed.ts'

type State = 'draft' | 'in-review' | 'approved'
type Person = { name?: string } | string | null
type Draft = {
  _status?: string
  updatedAt: string
  review?: { state?: State | null; writtenBy?: Person; approvedBy?: Person }
}

/** Where the newest version stands in its review, and where it may go from there. */
export function ReviewPanel() {
  const { collectionSlug, id, lastUpdateTime } = useDocumentInfo()
  const words = useWords(reviewWords)
  const ask = useApi()
  const [draft, setDraft] = useState<Draft>()
  const path = id ? `/${collectionSlug}/${id}` : undefined

  const load = useCallback(async () => {
    if (!path) return
    const fields = ['_status', 'updatedAt', 'review'].map((name) => `select[${name}]=true`)
    setDraft(await ask<Draft>(`${path}?draft=true&trash=true&depth=1&${fields.join('&')}`))
  }, [ask, path])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved may be another state
  useEffect(() => {
    load().catch((error: Error) => toast.error(error.message))
  }, [load, lastUpdateTime])

  if (!path) return <p className="field-description">{words.unsaved}</p>
  if (!draft) return null
  const state = draft.review?.state ?? 'draft'
  const isPublished = draft._status === 'published'
  const move = async (to: State, comment: string) => {
    await ask(`${path}/review`, 'POST', { to, comment, updatedAt: draft.updatedAt })
    await load()
    tellReviewed()
  }
  return (
    <section className="field-type review-panel">
      <p>
        {words.state}: <strong>{words.states[isPublished ? 'published' : state]}</strong>
      </p>
      <By label={words.writtenBy} person={draft.review?.writtenBy} />
      {(isPublished || state === 'approved') && (
        <By label={words.approvedBy} person={draft.review?.approvedBy} />
      )}
      {!isPublished && <Moves onMove={move} state={state} />}
    </section>
  )
}

function By({ label, person }: { label: string; person: Person | undefined }) {
  if (!person || typeof person !== 'object' || !person.name) return null
  return (
    <p className="field-description">
      {label} {person.name}
    </p>
  )
}

type MovesProps = { state: State; onMove(to: State, comment: string): Promise<void> }

function Moves({ state, onMove }: MovesProps) {
  const id = useId()
  const { user } = useAuth()
  const words = useWords(reviewWords)
  const [comment, setComment] = useState('')
  const [isBusy, setBusy] = useState(false)
  const mayApprove = user?.role === 'admin' || user?.role === 'reviewer'

  const go = async (to: State) => {
    setBusy(true)
    try {
      await onMove(to, comment)
      setComment('')
      toast.success(words.done)
    } catch (error) {
      toast.error((error as Error).message || words.failed)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <label htmlFor={id}>{words.comment}</label>
      <textarea
        aria-describedby={`${id}-hint`}
        id={id}
        maxLength={5000}
        onChange={({ target }) => setComment(target.value)}
        rows={3}
        value={comment}
      />
      <p className="field-description" id={`${id}-hint`}>
        {words.commentHint}
      </p>
      <div className="review-panel__moves">
        {state === 'draft' && (
          <Move disabled={isBusy} label={words.send} onClick={() => go('in-review')} />
        )}
        {state !== 'approved' && mayApprove && (
          <Move disabled={isBusy} label={words.approve} onClick={() => go('approved')} />
        )}
        {state !== 'draft' && (
          <Move
            disabled={isBusy}
            label={mayApprove ? words.askForChanges : words.takeBack}
            onClick={() => go('draft')}
          />
        )}
      </div>
    </>
  )
}

type MoveProps = { disabled: boolean; label: string; onClick(): void }

function Move({ disabled, label, onClick }: MoveProps) {
  return (
    <Button
      buttonStyle="secondary"
      disabled={disabled}
      margin={false}
      onClick={onClick}
      size="small"
      type="button"
    >
      {label}
    </Button>
  )
}
