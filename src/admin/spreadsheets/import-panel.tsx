import { Button, useConfig, useLocale } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type ChangeEvent, useId, useState } from 'react'
import type { Imported } from '../../spreadsheets/import-documents.ts'
import { spreadsheetWords } from '../words/spreadsheets.ts'
import { useWords } from '../words/use-words.ts'
import { CellNotes } from './cell-notes.tsx'

type ChosenFile = { text: string; format: 'csv' | 'json' }
type Answer = Imported & { mistakesInAll: number; errors?: { message: string }[] }

/** Takes a file, shows what it would do, and then does it. */
export function ImportPanel({
  collection,
  mayPublish,
}: {
  collection: string
  mayPublish: boolean
}) {
  const id = useId()
  const words = useWords(spreadsheetWords)
  const router = useRouter()
  const { config } = useConfig()
  const { code } = useLocale()
  const [file, setFile] = useState<ChosenFile>()
  const [publish, setPublish] = useState(false)
  const [found, setFound] = useState<Answer>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0]
    setFound(undefined)
    setProblem(undefined)
    setFile(undefined)
    if (!chosen) return
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await chosen.arrayBuffer())
      setFile({ text, format: /\.json$/i.test(chosen.name) ? 'json' : 'csv' })
    } catch {
      setProblem(words.fileNotText)
    }
  }
  const post = async (dryRun: boolean) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const response = await fetch(`${config.routes.api}/${collection}/import`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...file, dryRun, locale: code, publish }),
      })
      const answer = (await response.json().catch(() => ({}))) as Answer
      if (response.ok) setFound(answer)
      else setProblem(answer.errors?.map(({ message }) => message).join(' ') ?? response.statusText)
      if (response.ok && !dryRun) router.refresh()
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  const isChecked = found?.dryRun && found.mistakes.length === 0
  const changes = found ? found.counts.created + found.counts.updated + found.counts.published : 0
  return (
    <div className="list-files__panel">
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      <label htmlFor={`${id}-file`}>{words.file}</label>
      <input
        accept=".csv,.json,text/csv,application/json"
        id={`${id}-file`}
        onChange={choose}
        type="file"
      />
      <p>
        {words.language}: {code}
      </p>
      {mayPublish && (
        <label className="list-files__publish" htmlFor={`${id}-publish`}>
          <input
            checked={publish}
            id={`${id}-publish`}
            onChange={({ target }) => {
              setPublish(target.checked)
              setFound(undefined)
            }}
            type="checkbox"
          />
          {words.publish}
        </label>
      )}
      <div className="list-files__buttons">
        <Button
          buttonStyle={isChecked ? 'secondary' : 'primary'}
          disabled={!file || isBusy}
          margin={false}
          onClick={() => post(true)}
          size="small"
        >
          {words.check}
        </Button>
        {isChecked && changes > 0 && (
          <Button disabled={isBusy} margin={false} onClick={() => post(false)} size="small">
            {words.confirm}
          </Button>
        )}
      </div>
      {problem && (
        <p className="list-files__problem" role="alert">
          {problem}
        </p>
      )}
      <div aria-live="polite">
        {isBusy && <p>{words.busy}</p>}
        {found && !isBusy && (
          <>
            <h3>{found.dryRun ? words.wouldDo : words.done}</h3>
            {found.mistakes.length === 0 && (
              <p>{changes > 0 ? words.counts(found.counts) : words.nothing}</p>
            )}
            <CellNotes notes={found.mistakes} title={words.mistakes(found.mistakesInAll)} />
            {found.mistakes.length < found.mistakesInAll && (
              <p>{words.firstOnly(found.mistakes.length)}</p>
            )}
            <CellNotes notes={found.warnings} title={words.warnings} />
          </>
        )}
      </div>
    </div>
  )
}
