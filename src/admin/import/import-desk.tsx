'use client'

import { SetStepNav, useTranslation } from '@payloadcms/ui'
import { importWords, saidIn } from '../words/import.ts'
import { useWords } from '../words/use-words.ts'
import { FlyerForm } from './flyer-form.tsx'
import { ImportedList } from './imported-list.tsx'
import { PreviewDesk } from './preview-desk.tsx'
import { useImport } from './use-import.ts'
import './import.css'

export type LocaleOption = { code: string; label: string }

/** From the flyer, over what it becomes, to the drafts. */
export function ImportDesk({ locales }: { locales: LocaleOption[] }) {
  const words = useWords(importWords)
  const { i18n } = useTranslation()
  const importing = useImport()
  const { imported, isBusy, preview, problem } = importing
  return (
    <>
      <SetStepNav nav={[{ label: words.title }]} />
      <p aria-live="polite" className="import-desk__status">
        {isBusy ? words.busy : ''}
      </p>
      {problem && (
        <p className="import-desk__problem" role="alert">
          {saidIn(i18n.language, problem)}
        </p>
      )}
      {/* Kept while its preview is shown, so that starting over does not lose the text. */}
      <div hidden={preview !== undefined || imported !== undefined}>
        <FlyerForm isBusy={isBusy} locales={locales} onRead={importing.read} />
      </div>
      {preview && !imported && <PreviewDesk importing={importing} preview={preview} />}
      {imported && <ImportedList imported={imported} onAgain={importing.startOver} />}
    </>
  )
}
