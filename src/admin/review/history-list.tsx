'use client'

import { useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Step } from '../../../collections/history.ts'
import { useApi } from '../use-api.ts'
import { useAttempt } from '../use-attempt.ts'
import { reviewWords } from '../words/review.ts'
import { useWords } from '../words/use-words.ts'
import { useReviewed } from './reviewed.ts'

type Line = { id: string; at: string; step: Step; byName?: string | null; comment?: string | null }
type Props = { of: string; document: string; lastUpdate: number }

/** What was done with a document, the latest first. */
export function HistoryList({ of, document, lastUpdate }: Props) {
  const words = useWords(reviewWords)
  const { i18n } = useTranslation()
  const ask = useApi()
  const [lines, setLines] = useState<Line[]>([])
  const { attempt, problem } = useAttempt()

  const load = useCallback(() => {
    const where = `where[document][equals]=${document}&where[of][equals]=${of}`
    const path = `/history?${where}&sort=-at&limit=100&depth=0`
    void attempt(async () => setLines((await ask<{ docs: Line[] }>(path)).docs))
  }, [ask, attempt, document, of])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved may have left a line
  useEffect(load, [load, lastUpdate])
  useReviewed(load)

  return (
    <section aria-label={words.history}>
      <h3>{words.history}</h3>
      {problem && <p role="alert">{problem}</p>}
      {lines.length === 0 && <p className="field-description">{words.noHistory}</p>}
      <ol className="review-notes__history">
        {lines.map(({ id, at, byName, comment, step }) => (
          <li key={id}>
            <strong>{byName ?? words.somebody}</strong> {words.steps[step]}{' '}
            <time dateTime={at}>{new Date(at).toLocaleString(i18n.language)}</time>
            {comment && <blockquote>{comment}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  )
}
