'use client'

import { Button, CopyToClipboard } from '@payloadcms/ui'
import { type FormEvent, useCallback, useEffect, useId, useState } from 'react'
import { useDocumentApi } from './use-api.ts'
import { useAttempt } from './use-attempt.ts'
import { partnerWords } from './words/partners.ts'
import { useWords } from './words/use-words.ts'

type Key = {
  id: string
  label: string | null
  state: 'working' | 'expired' | 'revoked'
  createdAt: string
  expiresAt: string | null
  lastUsedOn: string | null
  revokedAt: string | null
}

/** The keys of a partner: an administrator makes, replaces and revokes them. A new one is shown this once. */
export function PartnerKeysField() {
  const ask = useDocumentApi()
  const words = useWords(partnerWords)
  const [keys, setKeys] = useState<Key[]>([])
  const [made, setMade] = useState<string>()
  const { attempt, problem } = useAttempt()

  const load = useCallback(async () => {
    if (ask) setKeys((await ask<{ docs: Key[] }>('/keys')).docs)
  }, [ask])
  useEffect(() => {
    void attempt(load)
  }, [attempt, load])

  if (!ask) return <p className="field-description">{words.unsaved}</p>
  const make = (body: object) =>
    attempt(async () => {
      setMade((await ask<{ key: string }>('/keys', 'POST', body)).key)
      await load()
    })
  const end = (id: string) =>
    attempt(async () => {
      await ask(`/keys/${id}`, 'DELETE')
      await load()
    })
  return (
    <section className="field-type partner-keys">
      <h3>{words.keys}</h3>
      {problem && <p role="alert">{problem}</p>}
      {made && <MadeKey value={made} />}
      {keys.length > 0 && <KeyTable keys={keys} onEnd={end} />}
      <NewKey keys={keys.filter(({ state }) => state === 'working')} onMake={make} />
    </section>
  )
}

function MadeKey({ value }: { value: string }) {
  const words = useWords(partnerWords)
  return (
    <output className="partner-keys__made">
      <strong>{words.copyNow}</strong>
      <span>
        <code>{value}</code> <CopyToClipboard defaultMessage={words.copy} value={value} />
      </span>
    </output>
  )
}

function KeyTable({ keys, onEnd }: { keys: Key[]; onEnd(id: string): void }) {
  const words = useWords(partnerWords)
  return (
    <table className="partner-table">
      <thead>
        <tr>
          <th>{words.key}</th>
          <th>{words.label}</th>
          <th>{words.state}</th>
          <th>{words.made}</th>
          <th>{words.lastUsed}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <td>
              <code>hb_{key.id}_…</code>
            </td>
            <td>{key.label}</td>
            <td>{stateOf(key, words)}</td>
            <td>{dayOf(key.createdAt)}</td>
            <td>{key.lastUsedOn ?? words.never}</td>
            <td>
              <EndKey isWorking={key.state === 'working'} onEnd={() => onEnd(key.id)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Asks once more: a site that uses the key goes dark within a second. */
function EndKey({ isWorking, onEnd }: { isWorking: boolean; onEnd(): void }) {
  const words = useWords(partnerWords)
  const [isAsked, setAsked] = useState(false)
  if (!isWorking) return <SmallButton onClick={onEnd}>{words.remove}</SmallButton>
  if (!isAsked) return <SmallButton onClick={() => setAsked(true)}>{words.revoke}</SmallButton>
  return (
    <>
      <SmallButton onClick={onEnd}>{words.revokeForGood}</SmallButton>{' '}
      <SmallButton onClick={() => setAsked(false)}>{words.keep}</SmallButton>
    </>
  )
}

function SmallButton({ children, onClick }: { children: string; onClick(): void }) {
  return (
    <Button buttonStyle="secondary" margin={false} onClick={onClick} size="small" type="button">
      {children}
    </Button>
  )
}

function NewKey({ keys, onMake }: { keys: Key[]; onMake(body: object): void }) {
  const id = useId()
  const words = useWords(partnerWords)
  const [label, setLabel] = useState('')
  const [expiresOn, setExpiresOn] = useState('')
  const [replaces, setReplaces] = useState('')
  const [overlapDays, setOverlapDays] = useState('7')

  // The partner's form is around this one, and a form cannot be inside another.
  const make = (event?: FormEvent) => {
    event?.preventDefault()
    onMake({
      ...(label ? { label } : {}),
      ...(expiresOn ? { expiresAt: expiresOn } : {}),
      ...(replaces ? { replaces, overlapDays: Number(overlapDays) } : {}),
    })
    setLabel('')
    setReplaces('')
  }
  return (
    <fieldset className="partner-keys__new">
      <label htmlFor={`${id}-label`}>
        {words.label}
        <input
          id={`${id}-label`}
          onChange={({ target }) => setLabel(target.value)}
          placeholder={words.labelExample}
          value={label}
        />
      </label>
      <label htmlFor={`${id}-expires`}>
        {words.expiresOn}
        <input
          id={`${id}-expires`}
          onChange={({ target }) => setExpiresOn(target.value)}
          type="date"
          value={expiresOn}
        />
      </label>
      <label htmlFor={`${id}-replaces`}>
        {words.replaces}
        <select
          id={`${id}-replaces`}
          onChange={({ target }) => setReplaces(target.value)}
          value={replaces}
        >
          <option value="">{words.replacesNone}</option>
          {keys.map((key) => (
            <option key={key.id} value={key.id}>
              hb_{key.id}_… {key.label}
            </option>
          ))}
        </select>
      </label>
      {replaces && (
        <label htmlFor={`${id}-overlap`}>
          {words.overlap}
          <input
            id={`${id}-overlap`}
            max={90}
            min={0}
            onChange={({ target }) => setOverlapDays(target.value)}
            type="number"
            value={overlapDays}
          />
        </label>
      )}
      <Button buttonStyle="primary" margin={false} onClick={make} size="medium" type="button">
        {words.make}
      </Button>
    </fieldset>
  )
}

function stateOf({ expiresAt, revokedAt, state }: Key, words: typeof partnerWords.en): string {
  if (state === 'revoked') return words.revoked(dayOf(revokedAt))
  if (state === 'expired') return words.expired(dayOf(expiresAt))
  return expiresAt ? words.worksUntil(dayOf(expiresAt)) : words.works
}

const dayOf = (date: string | null): string => date?.slice(0, 10) ?? ''
