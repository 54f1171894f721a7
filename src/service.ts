import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { createAdmin } from './admin-app/admin.ts'
import { shareConfig } from './admin-app/shared-config.ts'
import { createConfig } from './cms/config.ts'
import { patienceWith } from './cms/database/patience.ts'
import { accountPaths, editorSessions } from './cms/editor-sessions.ts'
import { graphiqlSource } from './cms/graphql/graphiql.ts'
import { graphqlSource } from './cms/graphql/graphql.ts'
import { countLogIns } from './cms/plugins/limited-log-ins.ts'
import { strictWithReaders } from './cms/readers/strict.ts'
import { restSource } from './cms/rest/rest.ts'
import { createContract } from './contract/contract.ts'
import examples from './contract/examples.json'
import { type Delivering, deliver } from './deliver.ts'
import type { Delivery } from './delivery/delivery.ts'
import type { Deprecation } from './deprecation/deprecation.ts'
import { deprecations } from './deprecation/deprecations.ts'
import { docsSources } from './docs/docs.ts'
import { embedSources } from './embed/embed.ts'
import { feeds } from './feeds/feeds.ts'
import { createGatekeeper } from './gatekeeper.ts'
import { arrivalOf } from './http/arrivals.ts'
import { asking } from './http/ask.ts'
import { holding } from './http/holding.ts'
import { home, noIcon } from './http/home.ts'
import { createIntake } from './http/intake.ts'
import { createLanes } from './http/lane.ts'
import { close, listen } from './http/listen.ts'
import { NoAnswer } from './http/pulse.ts'
import { everyAnswer } from './http/security-headers.ts'
import { securityTxt } from './http/security-txt.ts'
import { createHttpServer, type Routes } from './http/server.ts'
import { workLimits } from './limits.ts'
import type { LinkOptions } from './links/links.ts'
import { createLogger, type Logger } from './logger.ts'
import { closeReviewMail } from './mail/reviews/outbox.ts'
import { closeMail } from './mail/smtp-mail.ts'
import { mirrorSources } from './mirror/sources.ts'
import { pages } from './permalinks/pages.ts'
import { previewSources } from './preview/source.ts'
import type { Timings } from './scheduling/parts.ts'
import { startScheduling } from './scheduling/start.ts'
import type { Settings } from './settings.ts'
import { watching } from './watch.ts'
import type { WebhookOptions } from './webhooks/webhooks.ts'
import type { Siblings } from './workers/siblings.ts'

export type Overrides = {
  /** Another project's Payload config, to be served as it is. */
  config?: SanitizedConfig | Promise<SanitizedConfig>
  /** Whether readers are held to limits and told of misspelt parameters. On unless switched off. */
  strict?: boolean
  /** Whether the admin is served. Its Next build belongs to the config of this checkout. */
  admin?: boolean
  /** How webhooks are delivered; tests have no time for the usual pauses. */
  webhooks?: Partial<WebhookOptions>
  /** How often it is looked for what is due; tests have no time for the usual leases. */
  scheduling?: Partial<Timings>
  /** How links are checked, for the same reason; tests in which that is not said have none checked. */
  links?: Partial<LinkOptions>
  /** When mail that could not be sent is tried again, and how long news of reviews are collected. */
  mail?: { pauses?: readonly number[]; quiet?: number }
  /** How much is done at once, and how long it may take; a test has no hundred clients, and no machine for itself. */
  work?: Partial<typeof workLimits>
  logger?: Logger
  /** What clients are told to leave; Handbill's own list unless given. */
  deprecations?: Deprecation[]
  /** Whether it follows the change log and runs jobs; a program that only reads does not. */
  background?: boolean
  /** The other processes that serve the same port. */
  siblings?: Siblings
}

export type Service = {
  payload: Payload
  /** The response cache; none when the config keeps no change log, or the settings give it no memory. */
  delivery?: Delivery
  /** Asks for a path and query as an anonymous reader does, past the gate and what is kept. */
  ask(address: string): Promise<Response>
  /** @returns the address under which the service answers on this machine */
  listen(): Promise<string>
  /** Finishes what is under way and closes everything, last made first. */
  close(): Promise<void>
}

/** Builds the parts and connects them. */
export async function createService(
  settings: Settings,
  overrides: Overrides = {},
): Promise<Service> {
  const logger = overrides.logger ?? createLogger(settings)
  const config = await (overrides.config ?? createConfig(settings, logger, overrides))
  const isStrict = overrides.strict !== false
  const isOurs = !overrides.config
  if (isStrict) strictWithReaders(config)

  // The admin looks for the instance under Payload's default key; several services need one each.
  const key = overrides.admin ? 'default' : randomUUID()
  if (overrides.admin) shareConfig(config)
  const { siblings } = overrides
  const watcher = await watching(config, settings, logger)
  const { requests } = watcher
  const isActive = overrides.background !== false
  const payload = await getPayload({ config, key })
  const admin = overrides.admin ? createAdmin(settings, logger) : undefined

  const { routes } = config
  const contract = createContract({
    config,
    deprecations: overrides.deprecations ?? (isOurs ? deprecations : []),
    ...(isOurs ? { examples } : {}),
    isOurs,
  })
  const rest = restSource(config, key, contract.tell)
  const graphql = graphqlSource(config, key, isStrict, contract.extendGraphql)
  // What another project's collections mean is not ours to say.
  const contents = isOurs
    ? [...pages(payload, settings, logger), feeds(payload, settings, logger)]
    : []
  const gatekeeper = await createGatekeeper(payload, settings, logger, {
    hasAdmin: admin !== undefined,
    onRefusal: requests.refused,
    runFor: requests.runFor,
    ...(siblings ? { shareHere: siblings.share } : {}),
  })
  const { readsAsPublic, linesFor, logIn, onHit } = gatekeeper
  countLogIns(payload, (headers) => {
    const req = arrivalOf(headers)
    return req && logIn(req)
  })
  const work = { ...workLimits, ...overrides.work }
  const lanes = createLanes(work.lanes)
  const waitsFor = patienceWith(payload, work.silence)
  const inTurn = <T>(make: () => Promise<T>) => waitsFor.hold(() => lanes.readers.run(make), false)
  const delivered = {
    ...{ rest, graphql, contents, readsAsPublic, linesFor, onHit, inTurn },
    fields: Object.entries(everyAnswer(settings.publicUrl)).flat(),
    ...{ patience: work.answer, renderTimeout: work.making },
    onMiss: (req: IncomingMessage, res: ServerResponse) => requests.watch(req, res, 'miss'),
    tallyOf: requests.tallyOf,
    ...(siblings ? { siblings } : {}),
  }
  const delivery: Delivering = isActive
    ? await deliver(payload, settings, logger, delivered)
    : { stop: async () => {} }
  const schedules =
    isActive && isOurs ? startScheduling(payload, logger, overrides.scheduling) : undefined
  // What is told of limits holds where readers are held to them.
  const docs = isStrict
    ? docsSources({
        openapi: contract.openapi,
        openapiPath: `${routes.api}/openapi.json`,
        origin: settings.publicUrl,
        hasGuide: isOurs,
      })
    : {}
  const withoutDatabase = {
    '/': home(routes, isStrict ? { docs: '/docs' } : {}),
    '/favicon.ico': noIcon,
    ...(settings.securityContact
      ? { '/.well-known/security.txt': securityTxt(settings.securityContact, settings.publicUrl) }
      : {}),
    [routes.graphQL]: graphiqlSource(config, settings.mode === 'production'),
    ...docs,
  }
  const sources = {
    ...withoutDatabase,
    [routes.api]: rest,
    [`${routes.api}${routes.graphQL}`]: graphql.source,
    ...(delivery.sync ? { [delivery.sync.path]: delivery.sync.source } : {}),
    ...Object.fromEntries(
      contents.flatMap(({ below, source }) => below.map((path) => [path, source])),
    ),
    ...(isOurs ? embedSources({ publicUrl: settings.publicUrl, kept: payload.kv, logger }) : {}),
    ...(isOurs ? mirrorSources(payload, logger) : {}),
    ...(isOurs ? previewSources(payload, settings, logger) : {}),
  }
  const handlers: Routes['handlers'] = admin
    ? { [routes.admin]: holding(waitsFor, admin.handler), '/_next': admin.handler }
    : {}
  const isEditor = editorSessions(payload)
  const isAccounts = accountPaths(payload)
  const server = createHttpServer(
    { handlers, sources },
    {
      logger,
      front: gatekeeper.before(delivery.cache?.handle ?? ((_req, _res, next) => next())),
      watch: await watcher.start({
        payload,
        delivering: delivery,
        isOurs,
        paths: [...Object.keys(handlers), ...Object.keys(sources), ...(delivery.sync?.paths ?? [])],
        siblings,
      }),
      // Who may send files to another project is not known here.
      intake: createIntake({
        isEditor: isOurs ? isEditor : () => true,
        reading: Object.keys(handlers),
      }),
      laneOf({ headers, method, url = '' }, path) {
        const held = path in withoutDatabase ? {} : { waitsFor }
        if (isAccounts(url)) return { lane: lanes.accounts, ...held }
        if (isEditor(headers)) return { lane: lanes.editors, ...held }
        // What only reads the database may be left, and asked once more.
        const isRead = (method === 'GET' || method === 'HEAD') && url.startsWith(`${routes.api}/`)
        return { lane: lanes.readers, ...held, ...(isRead ? { patience: work.answer } : {}) }
      },
      headers: everyAnswer(settings.publicUrl),
    },
  )
  async function finish(): Promise<void> {
    await schedules?.stop()
    await delivery.stop()
    await gatekeeper.stop()
    await closeReviewMail(payload)
    await closeMail(payload)
  }

  return {
    payload,
    ask: asking(sources, new URL(settings.publicUrl).origin),
    ...(delivery.cache ? { delivery: delivery.cache } : {}),
    async listen() {
      const port = await listen(server, settings.port)
      admin?.start(server)
      setImmediate(graphql.warm)
      return `http://localhost:${port}`
    },
    async close() {
      watcher.closing()
      const closed = close(server)
      admin?.hangUp()
      delivery.sync?.hangUp()
      await closed
      await admin?.close()
      const ended = finish()
      // Without its database nothing comes to an end, unless the connection does.
      await waitsFor
        .hold(() => ended, true)
        .catch((error: unknown) => {
          if (!(error instanceof NoAnswer)) throw error
        })
      waitsFor.stop()
      await Promise.all([ended, payload.destroy()])
      await watcher.stop()
    },
  }
}
