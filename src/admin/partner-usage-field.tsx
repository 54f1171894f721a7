'use client'

import { useEffect, useState } from 'react'
import { useDocumentApi } from './use-api.ts'
import { useAttempt } from './use-attempt.ts'

type Day = { day: string; requests: number; cached: number; throttled: number }

/** How often a partner has asked, by day. */
export function PartnerUsageField() {
  const ask = useDocumentApi()
  const [days, setDays] = useState<Day[]>()
  const { attempt, problem } = useAttempt()

  useEffect(() => {
    if (ask) void attempt(async () => setDays((await ask<{ docs: Day[] }>('/usage')).docs))
  }, [ask, attempt])

  if (!ask) return null
  return (
    <section className="field-type partner-usage">
      <h3>Usage in the last 30 days</h3>
      {problem && <p role="alert">{problem}</p>}
      {days?.length === 0 && <p className="field-description">None.</p>}
      {days && days.length > 0 && <UsageTable days={days} />}
    </section>
  )
}

function UsageTable({ days }: { days: Day[] }) {
  return (
    <table className="partner-table">
      <thead>
        <tr>
          <th>Day (UTC)</th>
          <th>Requests</th>
          <th>Answered from memory</th>
          <th>Stopped by the limit</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, requests, cached, throttled }) => (
          <tr key={day}>
            <td>{day}</td>
            <td>{requests.toLocaleString()}</td>
            <td>{cached.toLocaleString()}</td>
            <td>{throttled.toLocaleString()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
