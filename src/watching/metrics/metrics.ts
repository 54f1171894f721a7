import type { DeliveryStats } from '../../delivery/delivery.ts'
import type { Following } from '../health/change-log.ts'
import type { Readiness } from '../health/readiness.ts'
import type { Requests } from '../requests/requests.ts'
import { statusClass } from '../requests/status-class.ts'
import type { Depth } from './queues.ts'

/** What is asked when the figures are read. */
export type MetricSources = {
  requests: Requests
  /** None where nothing is kept. */
  cache: (() => DeliveryStats) | undefined
  cacheBytes: number
  following: Following | undefined
  /** The sequence of the newest change; undefined when nobody answers. */
  latest(): Promise<number | undefined>
  queues(): Promise<Depth[]>
  freeBytes(): Promise<number>
  readiness(): Promise<Readiness>
  /** The other processes of this server, whose metrics are told with its own. */
  siblings?: Siblings | undefined
}

type Siblings = {
  metrics(): Promise<unknown[]>
  on(task: 'metrics', run: () => Promise<unknown>): void
}

/** How the figures of several processes become one. */
type Aggregator = 'sum' | 'min' | 'max'

export type Metrics = { contentType: string; read(): Promise<string> }

/** Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * Figures for Prometheus. Most are taken where they are kept anyway, when somebody reads them. No label has
 * values that grow with the content: routes, states and queues are known at start.
 *
 * prom-client is loaded only here, for a server whose figures nobody reads.
 */
export async function createMetrics(sources: MetricSources): Promise<Metrics> {
  const { default: prometheus } = await import('prom-client')
  const { AggregatorRegistry, Counter, Gauge, Histogram, Registry, collectDefaultMetrics } =
    prometheus
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const { requests, cache, following } = sources

  const ended = new Map<string, { route: string; status: string; outcome: string; count: number }>()
  const durations = new Histogram({
    name: 'handbill_http_request_duration_seconds',
    help: 'How long requests took that were not answered from memory, without streams.',
    labelNames: ['route', 'outcome'],
    buckets,
    registers,
  })
  requests.tell(({ route, status: code, outcome, seconds, isStream }) => {
    const status = statusClass(code)
    const key = `${outcome} ${status} ${route}`
    const known = ended.get(key)
    if (known) known.count += 1
    else ended.set(key, { route, status, outcome, count: 1 })
    if (!isStream) durations.observe({ route, outcome }, seconds)
  })

  new Counter({
    name: 'handbill_http_requests_total',
    help: 'Requests answered: from memory (hit), by an answer made to be kept (miss), by what is behind (pass), by the gate (refused).',
    labelNames: ['route', 'status', 'outcome'],
    registers,
    collect() {
      this.reset()
      for (const { count, ...labels } of ended.values()) this.inc(labels, count)
      for (const { route, status, whole, unchanged } of requests.tallies.all()) {
        if (whole > 0) this.inc({ route, status, outcome: 'hit' }, whole)
        if (unchanged > 0) this.inc({ route, status: '304', outcome: 'hit' }, unchanged)
      }
      for (const [code, count] of requests.refusals) {
        this.inc({ route: 'gate', status: statusClass(code), outcome: 'refused' }, count)
      }
    },
  })

  const gauge = (
    name: string,
    help: string,
    read: () => number | Promise<number | undefined>,
    ofAll: Aggregator = 'sum',
  ) =>
    new Gauge({
      name,
      help,
      registers,
      aggregator: ofAll,
      async collect() {
        const value = await read()
        if (value === undefined) this.remove()
        else this.set(value)
      },
    })
  const counter = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read())
      },
    })

  gauge('handbill_http_requests_under_way', 'Requests being answered by more than memory.', () =>
    requests.underWay(),
  )
  if (cache) {
    gauge('handbill_cache_entries', 'Answers kept.', () => cache().entries)
    gauge('handbill_cache_bytes', 'Memory that they take.', () => cache().bytes)
    gauge('handbill_cache_max_bytes', 'Memory that they may take.', () => sources.cacheBytes)
    counter('handbill_cache_hits_total', 'Requests answered from memory.', () => cache().hits)
    counter('handbill_cache_misses_total', 'Requests that waited.', () => cache().misses)
    counter('handbill_cache_renders_total', 'Answers made to be kept.', () => cache().renders)
    counter(
      'handbill_cache_evictions_total',
      'Answers that went because there was no room.',
      () => cache().evictions,
    )
  }
  if (following) {
    gauge(
      'handbill_changes_applied',
      'Sequence of the last change that this server knows.',
      () => following.applied(),
      'min',
    )
    gauge(
      'handbill_changes_latest',
      'Sequence of the last change there is.',
      () => sources.latest(),
      'max',
    )
    gauge(
      'handbill_changes_lag_seconds',
      'Seconds since the change log was last read to its end.',
      () => (performance.now() - following.caughtUpAt()) / 1000,
      'max',
    )
  }
  new Gauge({
    name: 'handbill_queue_depth',
    help: 'What waits to be done, in the database that all servers share.',
    labelNames: ['queue', 'state'],
    registers,
    aggregator: 'max',
    async collect() {
      this.reset()
      for (const { count, ...labels } of await sources.queues()) this.set(labels, count)
    },
  })
  new Gauge({
    name: 'handbill_check_passing',
    help: 'Whether a check of /health/ready passes; a warning passes.',
    labelNames: ['check'],
    registers,
    aggregator: 'min',
    async collect() {
      const { checks } = await sources.readiness()
      for (const [check, { state }] of Object.entries(checks)) {
        this.set({ check }, state === 'failing' ? 0 : 1)
      }
    },
  })
  gauge(
    'handbill_disk_free_bytes',
    'What is free where the data is kept.',
    () => sources.freeBytes().catch(() => undefined),
    'min',
  )
  const { siblings } = sources
  siblings?.on('metrics', () => registry.getMetricsAsJSON())
  return {
    contentType: registry.contentType,
    async read() {
      if (!siblings) return registry.metrics()
      const all = [await registry.getMetricsAsJSON(), ...(await siblings.metrics())]
      return AggregatorRegistry.aggregate(all as object[]).metrics()
    },
  }
}
