import { useState } from 'react'
import type { Change } from '../../importer/adjust/change.ts'
import type { Preview } from '../../importer/desk/described.ts'
import type { Written } from '../../importer/write/document-writer.ts'
import { useApi } from '../use-api.ts'
import { useAttempt } from '../use-attempt.ts'

export type Flyer = { text: string; format: 'markdown' | 'html' | 'text' }
export type Asked = Flyer & { locale: string; into: string }
export type Imported = { campaign: string; documents: (Written & { part: string | null })[] }

/** A flyer on its way into the database: what it becomes, what is changed of that, what was made. */
export function useImport() {
  const ask = useApi()
  const { attempt, forget, isBusy, problem } = useAttempt()
  const [asked, setAsked] = useState<Asked>()
  const [changes, setChanges] = useState<Change[]>([])
  const [preview, setPreview] = useState<Preview>()
  const [imported, setImported] = useState<Imported>()

  const show = (flyer: Asked, next: Change[]) =>
    attempt(async () => {
      setPreview(await ask<Preview>('/import/preview', 'POST', { ...flyer, changes: next }))
      setAsked(flyer)
      setChanges(next)
    })

  return {
    preview,
    imported,
    problem,
    isBusy,
    canUndo: changes.length > 0,
    read: (flyer: Asked) => show(flyer, []),
    change: (change: Change) => asked && show(asked, [...changes, change]),
    undo: () => asked && show(asked, changes.slice(0, -1)),
    confirm: () =>
      attempt(async () =>
        setImported(await ask<Imported>('/import', 'POST', { ...asked, changes })),
      ),
    startOver() {
      setPreview(undefined)
      setImported(undefined)
      forget()
    },
  }
}

export type Importing = ReturnType<typeof useImport>
