import { Button, useLocale } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type ChangeEvent, useId, useState } from 'react'
import type { Imported } from '../../spreadsheets/import-documents.ts'
import { textIn } from '../text-in.ts'
import { useApi } from '../use-api.ts'
import { useAttempt } from '../use-attempt.ts'
import { spreadsheetWords } from '../words/spreadsheets.ts'
import { useWords } from '../words/use-words.ts'
import { CellNotes } from './cell-notes.tsx'

type ChosenFile = { text: string; format: 'csv' | 'json' }
type Answer = Imported & { mistakesInAll: number }

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
  const ask = useApi(`/${collection}`)
  const { attempt, forget, isBusy, problem } = useAttempt()
  const { code } = useLocale()
  const [file, setFile] = useState<ChosenFile>()
  const [publish, setPublish] = useState(false)
  const [found, setFound] = useState<Answer>()

  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0]
    setFound(undefined)
    forget()
    setFile(undefined)
    if (!chosen) return
    await attempt(async () => {
      const text = await textIn(chosen)
      if (text === undefined) throw new Error(words.fileNotText)
      setFile({ text, format: /\.json$/i.test(chosen.name) ? 'json' : 'csv' })
    })
  }
  const post = (dryRun: boolean) =>
    attempt(async () => {
      const body = { ...file, dryRun, locale: code, publish }
      setFound(await ask<Answer>('/import', 'POST', body))
      if (!dryRun) router.refresh()
    })
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
