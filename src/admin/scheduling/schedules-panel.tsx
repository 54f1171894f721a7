'use client'

import { Button, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { useDocumentApi } from '../use-api.ts'
import { useAttempt } from '../use-attempt.ts'
import { schedulingWords } from '../words/scheduling.ts'
import { useWords } from '../words/use-words.ts'
import { CampaignDrawer } from './campaign-drawer.tsx'
import type { Schedule } from './types.ts'

/** What is to happen with a document and what could not; nothing is, with what is in the trash. */
export function SchedulesPanel() {
  const { isTrashed } = useDocumentInfo()
  return isTrashed ? null : <Schedules />
}

/** For a campaign, all of it together. */
function Schedules() {
  const ask = useDocumentApi()
  const { collectionSlug, id, mostRecentVersionIsAutosaved, versionCount } = useDocumentInfo()
  const words = useWords(schedulingWords)
  const [schedules, setSchedules] = useState<Schedule[]>([])
  const { attempt, problem } = useAttempt()

  const load = useCallback(async () => {
    if (ask) setSchedules((await ask<{ docs: Schedule[] }>('/schedules')).docs)
  }, [ask])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version may be one that was scheduled
  useEffect(() => {
    void attempt(load)
  }, [attempt, load, mostRecentVersionIsAutosaved, versionCount])

  if (!ask) return null
  const isCampaign = collectionSlug === 'campaigns'
  if (!isCampaign && schedules.length === 0 && !problem) return null
  const end = (schedule: string) =>
    attempt(async () => {
      await ask(`/schedules/${schedule}`, 'DELETE')
      await load()
    })
  return (
    <section className="field-type" style={{ display: 'grid', gap: '0.5rem', marginTop: '1.5rem' }}>
      <h3 style={{ margin: 0 }}>{words.title}</h3>
      {problem && <p role="alert">{problem}</p>}
      {isCampaign && <CampaignDrawer campaign={String(id)} onDone={load} />}
      {schedules.length > 0 && (
        <ul style={{ display: 'grid', gap: '0.5rem', listStyle: 'none', margin: 0, padding: 0 }}>
          {schedules.map((schedule) => (
            <ScheduleLine key={schedule.id} onEnd={() => end(schedule.id)} schedule={schedule} />
          ))}
        </ul>
      )}
    </section>
  )
}

function ScheduleLine({ onEnd, schedule }: { onEnd(): void; schedule: Schedule }) {
  const words = useWords(schedulingWords)
  const { i18n } = useTranslation()
  const { at, by, documents, problems, state, what } = schedule
  const when = new Date(at).toLocaleString(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const isRefused = state === 'refused'
  const say = isRefused
    ? { publish: words.publishRefused, unpublish: words.unpublishRefused }[what]
    : { publish: words.publishAt, unpublish: words.unpublishAt }[what]
  return (
    <li style={{ borderTop: '1px solid var(--theme-elevation-150)', paddingTop: '0.5rem' }}>
      <strong style={isRefused ? { color: 'var(--theme-error-600)' } : undefined}>
        {say(when)}
      </strong>{' '}
      {words.together(documents.length)} {by && words.by(by)}{' '}
      <Button buttonStyle="secondary" margin={false} onClick={onEnd} size="xsmall" type="button">
        {isRefused ? words.dismiss : words.cancel}
      </Button>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ message, path, value }) => (
            <li key={`${value} ${path} ${message}`}>
              {documents.find((one) => one.value === value)?.title} {message}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
