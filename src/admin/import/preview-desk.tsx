import { Button, useTranslation } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import type { Preview } from '../../importer/desk/described.ts'
import { importWords, saidIn } from '../words/import.ts'
import { useWords } from '../words/use-words.ts'
import { EditableLine } from './editable-line.tsx'
import { FlyerLines } from './flyer-lines.tsx'
import { PartCard } from './part-card.tsx'
import type { Importing } from './use-import.ts'

/** What a flyer becomes, beside its text; each part of it can be made something else. */
export function PreviewDesk({ importing, preview }: { importing: Importing; preview: Preview }) {
  const words = useWords(importWords)
  const { i18n } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  const { campaign, loose, parts, sections } = preview
  const byId = new Map(parts.map((part) => [part.part, part]))
  const cards = (ids: string[]) =>
    ids.flatMap((id) => {
      const part = byId.get(id)
      return part ? [<PartCard byId={byId} importing={importing} key={id} part={part} />] : []
    })
  const drafts = Object.values(preview.counts).reduce(
    (sum, { created, updated }) => sum + created + updated,
    0,
  )
  return (
    <div className="import-desk__preview">
      <section aria-labelledby="import-text" className="import-desk__source">
        <h2 id="import-text">{words.itsText}</h2>
        <FlyerLines preview={preview} />
      </section>
      <section aria-labelledby="import-becomes">
        <h2 id="import-becomes" ref={heading} tabIndex={-1}>
          {words.becomes}
        </h2>
        {preview.problem && (
          <p className="import-desk__problem" role="alert">
            {words.cannot} {saidIn(i18n.language, preview.problem)}
          </p>
        )}
        {preview.isTranslation && <p>{words.translation}</p>}
        <Warnings of={preview.warnings.map((warning) => saidIn(i18n.language, warning))} />
        <EditableLine
          id="title"
          isBusy={importing.isBusy}
          label={words.campaignTitle}
          onChange={(title) => importing.change({ part: 'title', title })}
          value={campaign.title}
        />
        <EditableLine
          id="summary"
          isBusy={importing.isBusy}
          isLong
          label={words.summary}
          onChange={(title) => importing.change({ part: 'summary', title })}
          value={campaign.summary}
        />
        {campaign.text.length > 0 && <h3>{words.campaignText}</h3>}
        {cards(campaign.text)}
        {sections.map(({ heading: text, part, parts: ids }, i) => (
          <div className="import-desk__section" key={part}>
            {text ? (
              <EditableLine
                id={part}
                isBusy={importing.isBusy}
                label={words.heading(i + 1)}
                onChange={(title) => importing.change({ part, title })}
                value={text}
              />
            ) : (
              <h3>{words.noHeading}</h3>
            )}
            {cards(ids)}
          </div>
        ))}
        {loose.length > 0 && <h3>{words.fromTexts}</h3>}
        {cards(loose)}
        {drafts === 0 && !preview.problem && <p>{words.nothingToDo}</p>}
        <div className="import-desk__buttons">
          <Button
            disabled={importing.isBusy || drafts === 0 || preview.problem !== null}
            margin={false}
            onClick={importing.confirm}
          >
            {words.confirm(drafts)}
          </Button>
          <Button
            buttonStyle="secondary"
            disabled={importing.isBusy || !importing.canUndo}
            margin={false}
            onClick={importing.undo}
          >
            {words.undo}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={importing.startOver}>
            {words.startOver}
          </Button>
        </div>
      </section>
    </div>
  )
}

function Warnings({ of }: { of: string[] }) {
  const words = useWords(importWords)
  if (of.length === 0) return null
  return (
    <div className="import-desk__warnings">
      <h3>{words.warnings}</h3>
      <ul>
        {of.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </div>
  )
}
