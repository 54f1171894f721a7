'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useDocumentApi } from './use-api.ts'
import { useAttempt } from './use-attempt.ts'
import { partnerWords } from './words/partners.ts'
import { useWords } from './words/use-words.ts'

type Day = { day: string; requests: number; cached: number; throttled: number }

/** How often a partner has asked, by day. */
export function PartnerUsageField() {
  const ask = useDocumentApi()
  const words = useWords(partnerWords)
  const [days, setDays] = useState<Day[]>()
  const { attempt, problem } = useAttempt()

  useEffect(() => {
    if (ask) void attempt(async () => setDays((await ask<{ docs: Day[] }>('/usage')).docs))
  }, [ask, attempt])

  if (!ask) return null
  return (
    <section className="field-type partner-usage">
      <h3>{words.usage}</h3>
      {problem && <p role="alert">{problem}</p>}
      {days?.length === 0 && <p className="field-description">{words.noUsage}</p>}
      {days && days.length > 0 && <UsageTable days={days} />}
    </section>
  )
}

function UsageTable({ days }: { days: Day[] }) {
  const words = useWords(partnerWords)
  const { i18n } = useTranslation()
  const number = (count: number) => count.toLocaleString(i18n.language)
  return (
    <table className="partner-table">
      <thead>
        <tr>
          <th>{words.day}</th>
          <th>{words.requests}</th>
          <th>{words.cached}</th>
          <th>{words.throttled}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, requests, cached, throttled }) => (
          <tr key={day}>
            <td>{day}</td>
            <td>{number(requests)}</td>
            <td>{number(cached)}</td>
            <td>{number(throttled)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
