import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { PublishResult } from './publish-under-load.ts'
import { type Measured, middle, ratio } from './rounds.ts'
import { markdownTable } from './table.ts'

export type Result = {
  what: string
  how: string
  /** Answers a second, and milliseconds. */
  rate: number
  p50: number
  p99: number
  /** Of the rates, round by round. */
  toLimit: number
  toStock: number | undefined
  limitRate: number
  /** By that of the limit, round by round. */
  p99ToLimit: number
  generatorBusy: number
  limitGeneratorBusy: number
}

export type Report = {
  machine: string
  generator: string
  results: Result[]
  peakMemory: Record<string, number | undefined>
  publishing: PublishResult
}

/** One group's rows as what is told of them. */
export function resultsOf(what: string, measured: Measured[]): Result[] {
  const stock = measured.find(({ side }) => side.row.server === 'stock')
  return measured.map(({ side, loads, limitLoads }) => ({
    what,
    how: side.row.how,
    rate: middle(loads, 'rate'),
    p50: middle(loads, 'p50'),
    p99: middle(loads, 'p99'),
    toLimit: ratio(loads, limitLoads),
    toStock: stock && ratio(loads, stock.loads),
    limitRate: middle(limitLoads, 'rate'),
    p99ToLimit: ratio(loads, limitLoads, 'p99'),
    generatorBusy: middle(loads, 'busy'),
    limitGeneratorBusy: middle(limitLoads, 'busy'),
  }))
}

/** The report as Markdown, to be read on a terminal and in the README. */
export function markdown({
  generator,
  peakMemory,
  publishing,
  results,
  ...report
}: Report): string {
  const busiest = Math.max(...results.map((r) => Math.max(r.generatorBusy, r.limitGeneratorBusy)))
  const memory = Object.entries(peakMemory).map(([name, mb]) => `${name} ${mb ?? '?'} MB`)
  return `${markdownTable(
    [
      'asked for',
      'answered by',
      'req/s',
      'p50 ms',
      'p99 ms',
      'of bare Node',
      'p99 × bare',
      '× stock Payload',
    ],
    results.map((r) => [
      r.what,
      r.how,
      r.rate.toFixed(0),
      r.p50.toFixed(2),
      r.p99.toFixed(2),
      r.toLimit.toFixed(3),
      r.p99ToLimit.toFixed(2),
      r.toStock?.toFixed(2) ?? '',
    ]),
  )}

${report.machine}. Load: ${generator}, at most ${Math.round(busiest * 100)} % busy.
Peak memory: ${memory.join(', ')}.
Publishing under load: ${publishing.reads} reads (${publishing.rate}/s), ${publishing.failed} failed; ${publishing.checked} reads after a publishing, ${publishing.stale} stale.
`
}

/** Keeps a report as figures and as Markdown. */
export function keep(report: Report, file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.json`, `${JSON.stringify(report, null, 2)}\n`)
  writeFileSync(`${file}.md`, markdown(report))
}
