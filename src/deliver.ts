import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload, SanitizedConfig } from 'payload'
import type { Change } from './changes/change.ts'
import type { ChangeLog } from './changes/change-log.ts'
import { type Follower, follow } from './changes/follower.ts'
import { changeLogOf, type Logged } from './cms/changes/change-log.ts'
import { withPublicTotals } from './cms/database/public-totals.ts'
import { contentPaths } from './cms/dependencies/content-paths.ts'
import { tracked } from './cms/dependencies/tracked.ts'
import type { graphqlSource } from './cms/graphql/graphql.ts'
import { keepValue, keptValue } from './cms/kept-values.ts'
import { timeGatePaths } from './cms/memento/memento.ts'
import type { Content } from './delivery/content.ts'
import { createDelivery, type Delivery, type DeliveryOptions } from './delivery/delivery.ts'
import { createPurge } from './delivery/purge.ts'
import type { Source } from './http/source.ts'
import { startLinks } from './links/start.ts'
import type { Logger } from './logger.ts'
import { isPartnerKey } from './partners/strategy.ts'
import type { Settings } from './settings.ts'
import { createSync, type Sync } from './sync/sync.ts'
import type { Following } from './watching/health/change-log.ts'
import { startWebhooks } from './webhooks/start.ts'
import type { Siblings } from './workers/siblings.ts'

export type Sources = {
  rest: Source
  graphql: ReturnType<typeof graphqlSource>
  /** Other sources whose answers may be kept. */
  contents: readonly (Omit<Content, 'render'> & { source: Source })[]
  /** The other processes that serve the same port. */
  siblings?: Pick<Siblings, 'follow' | 'on'>
} & Pick<
  DeliveryOptions,
  | 'fields'
  | 'inTurn'
  | 'linesFor'
  | 'onHit'
  | 'onMiss'
  | 'patience'
  | 'readsAsPublic'
  | 'renderTimeout'
  | 'tallyOf'
>

export type Delivering = {
  cache?: Delivery
  sync?: Sync
  /** How far this server has followed the log; none when the config keeps no log. */
  following?: Following
  stop(): Promise<void>
}

/** What follows the change log for as long as the service runs, and is stopped with it. */
type Follows = { stop(): Promise<void> | void }

const sixHours = 6 * 60 * 60 * 1000

/** The cache, and everything that follows the change log; nothing when the config keeps no log. */
export async function deliver(
  payload: Payload,
  settings: Settings,
  logger: Logger,
  sources: Sources,
): Promise<Delivering> {
  const logged = changeLogOf(payload)
  if (!logged) return { stop: async () => {} }
  const { log } = logged
  const hasCache = settings.delivery.cacheBytes > 0 && looksAtNoOtherHeader(payload.config)
  const cache = hasCache ? await createCache(payload, settings, logger, sources, logged) : undefined
  const webhooks = await startWebhooks(payload, log, logger)
  const links = await startLinks(payload, log, logger)
  const path = `${payload.config.routes.api}/changes`
  const sync = await createSync({ ...logged, path, logger })
  const current = await keepCurrent(payload, logged, cache, logger, sources.siblings)
  const follows: Follows[] = [
    sync,
    current,
    ...(settings.delivery.purge ? [await purgeCdn(payload, settings, logger, log)] : []),
    ...(webhooks ? [webhooks] : []),
    ...(links ? [links] : []),
    catchUpLog(logged, logger),
    ...(settings.mode === 'test' ? [] : [compactNowAndThen(log, logger)]),
  ]
  return {
    ...(cache ? { cache } : {}),
    sync,
    following: current,
    async stop() {
      for (const one of follows.reverse()) await one.stop()
    },
  }
}

/**
 * Whether a public answer is the same whatever headers a reader sends. A list of origins is answered with
 * the reader's own, and a strategy of the project's own may take anything for a credential; that of
 * partners' keys takes `Authorization` alone.
 */
const looksAtNoOtherHeader = ({ collections, cors }: SanitizedConfig): boolean =>
  (isForAll(cors) || (Array.isArray(cors) && cors.length === 0)) &&
  collections.every(({ auth }) => auth?.strategies?.every(isPartnerKey) ?? true)

const isForAll = (cors: SanitizedConfig['cors']): boolean =>
  cors === '*' || (!Array.isArray(cors) && cors.origins === '*')

async function createCache(
  payload: Payload,
  { publicUrl, delivery }: Settings,
  logger: Logger,
  { rest, graphql, contents, ...ofRequests }: Sources,
  { log, collections }: Logged,
): Promise<Delivery> {
  const { cookiePrefix, routes } = payload.config
  const cache = createDelivery({
    origin: publicUrl,
    contents: [
      {
        isContent: contentPaths(payload.config, collections),
        isTimeGate: timeGatePaths(payload.config),
        render: tracked(rest),
      },
      ...contents.map(({ source, ...content }) => ({ ...content, render: tracked(source) })),
    ],
    graphql: {
      path: `${routes.api}${routes.graphQL}`,
      render: tracked(graphql.source),
      persisted: graphql.persisted,
    },
    ...ofRequests,
    cookiePrefix,
    maxBytes: delivery.cacheBytes,
    sharedMaxAge: delivery.sharedMaxAge,
    logger,
  })
  const lastChanged = await log.lastChanged()
  if (lastChanged) cache.knowLastChange(lastChanged)
  return cache
}

/** Has the cache follow the log, and every commit in this process wait for that; and for its siblings'. */
async function keepCurrent(
  { db }: Payload,
  { log, collections }: Logged,
  cache: Delivery | undefined,
  logger: Logger,
  siblings: Sources['siblings'],
): Promise<Follower & Following> {
  let handled = await log.latest()
  let caughtUpAt = performance.now()
  let losses = 0
  const follower = follow(log, {
    after: handled,
    handle(changes) {
      cache?.apply(changes)
      handled = changes.at(-1)?.sequence ?? handled
    },
    caughtUp() {
      caughtUpAt = performance.now()
      cache?.confirm()
    },
    logger,
  })
  const catchUp = () =>
    follower.catchUp().catch((error: unknown) => {
      // The write is committed and cannot be followed: nothing that is kept can be trusted.
      logger.error({ err: error }, 'A write could not be followed; the cache has been emptied.')
      cache?.clear()
      losses++
    })
  siblings?.on('follow', catchUp)
  log.afterCommit(async () => {
    // The next request on this port may come to another process.
    const theirs = siblings?.follow().catch((error: unknown) => {
      logger.warn({ err: error }, 'The other workers follow a little later.')
    })
    await Promise.all([catchUp(), theirs])
  })
  // SQLite tells of writes by itself.
  const isTold = db.name === 'sqlite'
  if (cache && !isTold) {
    withPublicTotals(
      db,
      (collection) => collections.has(collection),
      () => `${handled} ${losses}`,
    )
  }
  return { ...follower, applied: () => handled, caughtUpAt: () => caughtUpAt }
}

const purgeCursor = 'handbill.purge.cursor'
const inFlight = 2000

/** Has the CDN drop what changes, also what changed while no server was running. */
async function purgeCdn(
  payload: Payload,
  { delivery }: Settings,
  logger: Logger,
  log: ChangeLog,
): Promise<Follows> {
  const purge = createPurge({ ...(delivery.purge as { url: string; method: string }), logger })
  // An answer that was on its way when the CDN was told may have been kept after that.
  const again = async (changes: Change[]) => {
    await sleep(inFlight, undefined, { ref: false })
    await purge.handle(changes).catch(() => {})
  }
  const follower = follow(log, {
    after: (await keptValue<number>(payload, purgeCursor)) ?? (await log.latest()),
    async handle(changes) {
      await purge.handle(changes)
      await keepValue(payload, purgeCursor, changes.at(-1)?.sequence ?? 0)
      void again(changes)
    },
    logger,
  })
  return {
    stop() {
      purge.close()
      return follower.stop()
    },
  }
}

/** In the background: a large database that had no log yet takes minutes. */
function catchUpLog(logged: Logged, logger: Logger): Follows {
  let isClosing = false
  const catchingUp = logged
    .catchUp(() => isClosing)
    .catch((error) => logger.warn({ err: error }, 'The change log could not be completed.'))
  return {
    stop() {
      isClosing = true
      return catchingUp
    },
  }
}

function compactNowAndThen(log: ChangeLog, logger: Logger): Follows {
  const timer = setInterval(
    () =>
      log.compact().then(
        (removed) => logger.info({ removed }, 'The change log has been compacted.'),
        (error) => logger.warn({ err: error }, 'The change log could not be compacted.'),
      ),
    sixHours,
  )
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
