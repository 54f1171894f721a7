import autocannon from 'autocannon'
import { type Ask, connections, type Load, methodOf } from './ask.ts'

/** Loads a server with autocannon, from this process. */
export async function autocannonLoad(ask: Ask, url: string, seconds: number): Promise<Load> {
  const before = process.cpuUsage()
  const { duration, errors, latency, non2xx, requests, statusCodeStats } = await autocannon({
    url: url + ask.path,
    connections,
    duration: seconds,
    method: methodOf(ask),
    ...(ask.headers ? { headers: ask.headers } : {}),
    ...(ask.body ? { body: ask.body } : {}),
  })
  const { user, system } = process.cpuUsage(before)
  const unchanged = statusCodeStats?.['304']?.count ?? 0
  return {
    rate: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    failed: errors + non2xx - unchanged,
    busy: (user + system) / 1e6 / duration,
  }
}
