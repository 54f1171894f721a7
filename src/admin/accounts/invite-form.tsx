'use client'

import { Button, useAuth, useTranslation } from '@payloadcms/ui'
import { type FormEvent, useId, useState } from 'react'
import { usePostAction } from '../post-action.ts'
import { accountWords } from '../words/accounts.ts'
import { useWords } from '../words/use-words.ts'

const roles = ['editor', 'reviewer', 'translator', 'admin'] as const
const field = { display: 'grid', gap: '0.25rem' }
const control = {
  background: 'var(--theme-input-bg)',
  border: '1px solid var(--theme-elevation-400)',
  borderRadius: 'var(--style-radius-s)',
  color: 'var(--theme-elevation-800)',
  font: 'inherit',
  padding: '0.5rem',
}

/** Above the list of accounts: makes one, whose person chooses the password. */
export function InviteForm() {
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const { post, isBusy } = usePostAction()
  const [sent, setSent] = useState('')
  const id = useId()
  const words = useWords(accountWords)
  if ((user as { role?: string } | null)?.role !== 'admin') return null

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const data = Object.fromEntries(new FormData(form))
    setSent('')
    await post('/users/invite', data, () => {
      form.reset()
      setSent(words.sent(String(data.email)))
      return words.sent(String(data.email))
    })
  }

  return (
    <form
      aria-labelledby={`${id}-title`}
      onSubmit={submit}
      style={{ display: 'grid', gap: '0.75rem' }}
    >
      <h2 id={`${id}-title`} style={{ fontSize: '1.1rem', margin: 0 }}>
        {words.title}
      </h2>
      <p style={{ margin: 0 }}>{words.hint}</p>
      <div style={{ alignItems: 'end', display: 'flex', flexWrap: 'wrap', gap: '0.75rem' }}>
        <label style={field}>
          {words.name}
          <input autoComplete="off" name="name" required style={control} />
        </label>
        <label style={field}>
          {words.email}
          <input autoComplete="off" name="email" required style={control} type="email" />
        </label>
        <label style={field}>
          {words.role}
          <select name="role" style={control}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {words.roles[role]}
              </option>
            ))}
          </select>
        </label>
        <label style={field}>
          {words.language}
          <select
            defaultValue={i18n.language.startsWith('es') ? 'es' : 'en'}
            name="language"
            style={control}
          >
            <option value="en">English</option>
            <option value="es">Español</option>
          </select>
        </label>
        <Button disabled={isBusy} margin={false} type="submit">
          {words.invite}
        </Button>
      </div>
      <p aria-live="polite" style={{ margin: 0 }}>
        {sent}
      </p>
    </form>
  )
}
