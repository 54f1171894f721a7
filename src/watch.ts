import type { Payload, SanitizedConfig } from 'payload'
import { changeLogOf } from './cms/changes/change-log.ts'
import { pendingMigrations, pingDatabase } from './cms/database/condition.ts'
import { endpointPaths } from './cms/rest/endpoint-paths.ts'
import type { Delivering } from './deliver.ts'
import type { Watch } from './http/server.ts'
import type { Logger } from './logger.ts'
import type { Settings } from './settings.ts'
import { changeLogCheck } from './watching/health/change-log.ts'
import { diskCheck, freeBytes } from './watching/health/disk.ts'
import { createProbe, late } from './watching/health/probe.ts'
import { type Check, createReadiness } from './watching/health/readiness.ts'
import { createMetrics } from './watching/metrics/metrics.ts'
import { queueDepths } from './watching/metrics/queues.ts'
import { createPlaces } from './watching/places.ts'
import { createRequests, type Requests } from './watching/requests/requests.ts'
import { createRoutes } from './watching/requests/routes.ts'
import { traceDatabase } from './watching/tracing/database.ts'
import { traceJobs } from './watching/tracing/jobs.ts'
import { traceOutbound } from './watching/tracing/outbound.ts'
import { startTracing } from './watching/tracing/tracing.ts'
import type { Siblings } from './workers/siblings.ts'

/** What is there before anything that is watched. */
export type Watching = {
  requests: Requests
  /** Completes it with what has been built meanwhile. */
  start(parts: WatchedParts): Promise<Watch>
  /** Says that no further requests should be sent here. */
  closing(): void
  stop(): Promise<void>
}

type WatchedParts = {
  payload: Payload
  delivering: Delivering
  /** Whether the schema is the one of this release, and not another project's. */
  isOurs: boolean
  /** The paths below which something answers. */
  paths: readonly string[]
  siblings: Siblings | undefined
}

/** Tells whoever runs the server how it is: health, metrics, the log of requests, traces. */
export async function watching(
  config: SanitizedConfig,
  settings: Settings,
  logger: Logger,
): Promise<Watching> {
  const { metricsToken, traces } = settings.watching
  const tracing = traces ? await startTracing(traces, logger) : undefined
  const untrace = tracing && traceOutbound(tracing)
  if (tracing) traceJobs(config, tracing)
  const requests = createRequests({
    trustedProxies: settings.limits.trustedProxies,
    logger,
    tracing,
  })
  let closing = () => {}

  async function start({
    payload,
    delivering,
    isOurs,
    paths,
    siblings,
  }: WatchedParts): Promise<Watch> {
    if (tracing) traceDatabase(payload, tracing)
    requests.know(createRoutes(paths, endpointPaths(config)))
    const { cache, following } = delivering
    const ready = createReadiness(checksOf(payload, settings, isOurs, following), logger)
    closing = ready.close
    const metrics =
      metricsToken === undefined
        ? undefined
        : await createMetrics({
            requests,
            cache: cache?.stats,
            cacheBytes: settings.delivery.cacheBytes,
            following,
            latest: latestChange(payload),
            queues: queueDepths(payload),
            freeBytes: () => freeBytes(settings.dataDir),
            readiness: ready.ask,
            siblings,
          })
    return {
      answer: createPlaces({
        ready,
        metrics: metrics && metricsToken ? { token: metricsToken, metrics } : undefined,
      }),
      pass(req, res, run) {
        const { id, run: runFor } = requests.watch(req, res, 'pass')
        res.setHeader('X-Request-Id', id)
        runFor(run)
      },
    }
  }

  return {
    requests,
    start,
    closing: () => closing(),
    async stop() {
      untrace?.()
      await tracing?.stop()
    },
  }
}

function checksOf(
  payload: Payload,
  { dataDir }: Settings,
  isOurs: boolean,
  following: Delivering['following'],
): Record<string, Check> {
  return {
    async database() {
      await pingDatabase(payload)
      return { state: 'ok' }
    },
    ...(isOurs
      ? {
          async migrations() {
            const pending = await pendingMigrations(payload)
            return pending > 0 ? { state: 'failing', reason: 'pending' } : { state: 'ok' }
          },
        }
      : {}),
    ...(following ? { changeLog: changeLogCheck(following) } : {}),
    disk: diskCheck(dataDir),
  }
}

/** @returns a function that asks the log, unless the database does not answer */
function latestChange(payload: Payload): () => Promise<number | undefined> {
  const log = changeLogOf(payload)?.log
  if (!log) return async () => undefined
  const probe = createProbe(() => log.latest(), { patience: 2000, hold: 1000 })
  return async () => {
    const sequence = await probe().catch(() => late)
    return typeof sequence === 'number' ? sequence : undefined
  }
}
