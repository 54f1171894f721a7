import { useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import type { Change } from '../../importer/adjust/change.ts'
import type { Preview } from '../../importer/desk/described.ts'
import type { Written } from '../../importer/write/document-writer.ts'

export type Flyer = { text: string; format: 'markdown' | 'html' | 'text' }
export type Asked = Flyer & { locale: string; into: string }
export type Imported = { campaign: string; documents: (Written & { part: string | null })[] }

type Errors = { errors?: { message: string }[] }

/** A flyer on its way into the database: what it becomes, what is changed of that, what was made. */
export function useImport() {
  const { config } = useConfig()
  const [asked, setAsked] = useState<Asked>()
  const [changes, setChanges] = useState<Change[]>([])
  const [preview, setPreview] = useState<Preview>()
  const [imported, setImported] = useState<Imported>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function post<T>(path: string, body: object): Promise<T | undefined> {
    setBusy(true)
    setProblem(undefined)
    try {
      const response = await fetch(config.routes.api + path, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
      const answer = (await response.json().catch(() => ({}))) as T & Errors
      if (response.ok) return answer
      setProblem(answer.errors?.map(({ message }) => message).join(' ') ?? response.statusText)
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
    return undefined
  }

  async function show(flyer: Asked, next: Change[]): Promise<void> {
    const found = await post<Preview>('/import/preview', { ...flyer, changes: next })
    if (!found) return
    setAsked(flyer)
    setChanges(next)
    setPreview(found)
  }

  return {
    preview,
    imported,
    problem,
    isBusy,
    canUndo: changes.length > 0,
    read: (flyer: Asked) => show(flyer, []),
    change: (change: Change) => asked && show(asked, [...changes, change]),
    undo: () => asked && show(asked, changes.slice(0, -1)),
    async confirm() {
      const done = await post<Imported>('/import', { ...asked, changes })
      if (done) setImported(done)
    },
    startOver() {
      setPreview(undefined)
      setImported(undefined)
      setProblem(undefined)
    },
  }
}

export type Importing = ReturnType<typeof useImport>
