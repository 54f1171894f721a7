'use client'

import { Button, useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useState } from 'react'
import { useApi } from '../use-api.ts'
import { useAttempt } from '../use-attempt.ts'
import { reviewWords } from '../words/review.ts'
import { useWords } from '../words/use-words.ts'

type Author = { id: string; name?: string } | string | null
type Comment = {
  id: string
  author: Author
  createdAt: string
  field?: string | null
  resolved?: boolean | null
  resolvedBy?: Author
  text: string
}
type Props = { of: string; document: string }

/** What editors say to each other about a document: read, added, resolved. */
export function Comments({ of, document }: Props) {
  const words = useWords(reviewWords)
  const ask = useApi()
  const [comments, setComments] = useState<Comment[]>([])
  const { attempt, problem } = useAttempt()
  const [showsResolved, setShowsResolved] = useState(false)

  const load = useCallback(async () => {
    const where = `where[document][equals]=${document}&where[of][equals]=${of}`
    const { docs } = await ask<{ docs: Comment[] }>(`/comments?${where}&limit=200&depth=1`)
    setComments(docs)
  }, [ask, document, of])
  useEffect(() => {
    void attempt(load)
  }, [attempt, load])
  const change = (what: Promise<unknown>) => attempt(() => what.then(load))

  const resolved = comments.filter((one) => one.resolved)
  const shown = showsResolved ? comments : comments.filter((one) => !one.resolved)
  return (
    <section aria-label={words.comments}>
      <h3>{words.comments}</h3>
      {problem && <p role="alert">{problem}</p>}
      {comments.length === 0 && <p className="field-description">{words.noComments}</p>}
      <ul className="review-notes__comments">
        {shown.map((one) => (
          <OneComment
            comment={one}
            key={one.id}
            onChange={(data) => change(ask(`/comments/${one.id}`, 'PATCH', data))}
            onRemove={() => change(ask(`/comments/${one.id}`, 'DELETE'))}
          />
        ))}
      </ul>
      {resolved.length > 0 && (
        <label className="review-notes__resolved">
          <input
            checked={showsResolved}
            onChange={({ target }) => setShowsResolved(target.checked)}
            type="checkbox"
          />
          {words.showResolved} ({words.resolved(resolved.length)})
        </label>
      )}
      <NewComment onAdd={(data) => change(ask('/comments', 'POST', { of, document, ...data }))} />
    </section>
  )
}

type OneProps = {
  comment: Comment
  onChange(data: object): Promise<boolean>
  onRemove(): Promise<boolean>
}

function OneComment({ comment, onChange, onRemove }: OneProps) {
  const words = useWords(reviewWords)
  const { i18n } = useTranslation()
  const { user } = useAuth()
  const [text, setText] = useState<string>()
  const { author, createdAt, field, resolved } = comment
  const isOwn = typeof author === 'object' && author?.id === user?.id
  const save = async () => {
    if (await onChange({ text })) setText(undefined)
  }
  return (
    <li>
      <strong>{nameOf(author)}</strong>{' '}
      <time dateTime={createdAt}>{new Date(createdAt).toLocaleString(i18n.language)}</time>
      {field && (
        <>
          {' '}
          <code>{field}</code>
        </>
      )}
      {text === undefined ? (
        <p>{resolved ? <s>{comment.text}</s> : comment.text}</p>
      ) : (
        <textarea
          aria-label={words.edit}
          maxLength={5000}
          onChange={({ target }) => setText(target.value)}
          value={text}
        />
      )}
      <div className="review-panel__moves">
        {text === undefined ? (
          <>
            <Small
              label={resolved ? words.reopen : words.resolve}
              onClick={() => onChange({ resolved: !resolved })}
            />
            {isOwn && <Small label={words.edit} onClick={() => setText(comment.text)} />}
            {isOwn && <Small label={words.remove} onClick={onRemove} />}
          </>
        ) : (
          <>
            <Small label={words.save} onClick={save} />
            <Small label={words.cancel} onClick={() => setText(undefined)} />
          </>
        )}
      </div>
    </li>
  )
}

type NewProps = { onAdd(data: { text: string; field?: string }): Promise<boolean> }

function NewComment({ onAdd }: NewProps) {
  const id = useId()
  const words = useWords(reviewWords)
  const { docConfig } = useDocumentInfo()
  const [text, setText] = useState('')
  const [field, setField] = useState('')
  const names = (docConfig?.fields ?? []).flatMap((one) =>
    'name' in one && one.type !== 'ui' && !left.has(one.name) ? [one.name] : [],
  )
  const add = async () => {
    if (await onAdd({ text, ...(field ? { field } : {}) })) setText('')
  }
  return (
    <div className="review-notes__new">
      <label htmlFor={id}>{words.newComment}</label>
      <textarea
        id={id}
        maxLength={5000}
        onChange={({ target }) => setText(target.value)}
        rows={3}
        value={text}
      />
      <label htmlFor={`${id}-field`}>{words.about}</label>
      <select id={`${id}-field`} onChange={({ target }) => setField(target.value)} value={field}>
        <option value="">{words.wholeDocument}</option>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <Small disabled={!text.trim()} label={words.add} onClick={add} />
    </div>
  )
}

/** Fields that nobody edits. */
const left = new Set(['id', '_status', 'createdAt', 'updatedAt', 'deletedAt', 'review'])

function Small(props: { disabled?: boolean; label: string; onClick(): unknown }) {
  return (
    <Button
      buttonStyle="secondary"
      disabled={props.disabled ?? false}
      margin={false}
      onClick={() => void props.onClick()}
      size="small"
      type="button"
    >
      {props.label}
    </Button>
  )
}

const nameOf = (author: Author): string =>
  author && typeof author === 'object' ? (author.name ?? '') : ''
