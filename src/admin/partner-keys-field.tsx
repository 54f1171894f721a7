'use client'

import { Button, CopyToClipboard } from '@payloadcms/ui'
import { type FormEvent, useCallback, useEffect, useId, useState } from 'react'
import { useDocumentApi } from './use-api.ts'
import { useAttempt } from './use-attempt.ts'

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
  const [keys, setKeys] = useState<Key[]>([])
  const [made, setMade] = useState<string>()
  const { attempt, problem } = useAttempt()

  const load = useCallback(async () => {
    if (ask) setKeys((await ask<{ docs: Key[] }>('/keys')).docs)
  }, [ask])
  useEffect(() => {
    void attempt(load)
  }, [attempt, load])

  if (!ask) return <p className="field-description">Keys are made once the partner is saved.</p>
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
      <h3>Keys</h3>
      {problem && <p role="alert">{problem}</p>}
      {made && <MadeKey value={made} />}
      {keys.length > 0 && <KeyTable keys={keys} onEnd={end} />}
      <NewKey keys={keys.filter(({ state }) => state === 'working')} onMake={make} />
    </section>
  )
}

function MadeKey({ value }: { value: string }) {
  return (
    <output className="partner-keys__made">
      <strong>Copy the key now: it is not kept, and is shown this once.</strong>
      <span>
        <code>{value}</code> <CopyToClipboard defaultMessage="Copy the key" value={value} />
      </span>
    </output>
  )
}

function KeyTable({ keys, onEnd }: { keys: Key[]; onEnd(id: string): void }) {
  return (
    <table className="partner-table">
      <thead>
        <tr>
          <th>Key</th>
          <th>For</th>
          <th>State</th>
          <th>Made</th>
          <th>Last used</th>
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
            <td>{stateOf(key)}</td>
            <td>{dayOf(key.createdAt)}</td>
            <td>{key.lastUsedOn ?? 'never'}</td>
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
  const [isAsked, setAsked] = useState(false)
  if (!isWorking) return <SmallButton onClick={onEnd}>Remove</SmallButton>
  if (!isAsked) return <SmallButton onClick={() => setAsked(true)}>Revoke</SmallButton>
  return (
    <>
      <SmallButton onClick={onEnd}>Revoke for good</SmallButton>{' '}
      <SmallButton onClick={() => setAsked(false)}>Keep</SmallButton>
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
        For
        <input
          id={`${id}-label`}
          onChange={({ target }) => setLabel(target.value)}
          placeholder="production"
          value={label}
        />
      </label>
      <label htmlFor={`${id}-expires`}>
        Expires on
        <input
          id={`${id}-expires`}
          onChange={({ target }) => setExpiresOn(target.value)}
          type="date"
          value={expiresOn}
        />
      </label>
      <label htmlFor={`${id}-replaces`}>
        Takes the place of
        <select
          id={`${id}-replaces`}
          onChange={({ target }) => setReplaces(target.value)}
          value={replaces}
        >
          <option value="">no other key</option>
          {keys.map((key) => (
            <option key={key.id} value={key.id}>
              hb_{key.id}_… {key.label}
            </option>
          ))}
        </select>
      </label>
      {replaces && (
        <label htmlFor={`${id}-overlap`}>
          which works on for (days)
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
        Make a key
      </Button>
    </fieldset>
  )
}

function stateOf({ expiresAt, revokedAt, state }: Key): string {
  if (state === 'revoked') return `revoked ${dayOf(revokedAt)}`
  if (state === 'expired') return `expired ${dayOf(expiresAt)}`
  return expiresAt ? `works until ${dayOf(expiresAt)}` : 'works'
}

const dayOf = (date: string | null): string => date?.slice(0, 10) ?? ''
