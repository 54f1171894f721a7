import type { IncomingMessage } from 'node:http'
import type { Payload } from 'payload'
import { accountPaths, editorSessions } from './cms/editor-sessions.ts'
import { sharedCounts } from './cms/shared-counts.ts'
import { addresses } from './gate/address.ts'
import { type Bucket, createCounts } from './gate/counts.ts'
import { createGate, type Gate, type GateOptions } from './gate/gate.ts'
import { createSharing, type ShareCounts } from './gate/sharing.ts'
import { uncounted } from './gate/uncounted.ts'
import type { Logger } from './logger.ts'
import { keyRingOf, type PartnerClient } from './partners/key-ring.ts'
import { meterOf } from './partners/meter.ts'
import { readsAsPublic } from './partners/reads-as-public.ts'
import { hasPartnerKeys } from './partners/strategy.ts'
import type { Settings } from './settings.ts'

export type Gatekeeper = Pick<Gate<PartnerClient>, 'before' | 'linesFor' | 'logIn'> & {
  /** Whether the credentials of a request see exactly what the public sees. */
  readsAsPublic(req: IncomingMessage): boolean
  /** Told of what is answered from memory. */
  onHit(req: IncomingMessage): void
  stop(): Promise<void>
}

type GatekeeperOptions = Pick<GateOptions<PartnerClient>, 'onRefusal' | 'runFor'> & {
  hasAdmin: boolean
  /** How the processes of one machine share counts. */
  shareHere?: ShareCounts
}

const sweepEvery = 60_000

/** The gate before everything, and what belongs to it: keys, limits, usage. */
export async function createGatekeeper(
  payload: Payload,
  { limits, publicUrl }: Settings,
  logger: Logger,
  { hasAdmin, shareHere, ...watched }: GatekeeperOptions,
): Promise<Gatekeeper> {
  const { config } = payload
  const { admin, api, graphQL } = config.routes
  const keys = hasPartnerKeys(config)
  const meter = keys ? meterOf(payload) : undefined
  const { logInsPerMinute, requestsPerMinute, trustedProxies } = limits
  const isLogIn = accountPaths(payload)

  // What servers share, the processes of one machine share as well.
  const share = (await sharedCounts(payload)) ?? shareHere
  const sharing = share && createSharing({ share, secret: payload.secret, toOneself, logger })
  const counts = createCounts(sharing?.add)
  const sweeping = setInterval(() => counts.sweep(Date.now()), sweepEvery)
  sweeping.unref()

  const gate = createGate<PartnerClient>({
    judge: keys ? keyRingOf(payload) : undefined,
    isFree: uncounted({
      paths: [...(hasAdmin ? [admin, '/_next'] : []), '/favicon.ico'],
      isLogIn,
      isEditor: editorSessions(payload),
    }),
    addressOf: addresses(trustedProxies),
    isDirect: trustedProxies.length === 0,
    requestsPerMinute,
    logInsPerMinute,
    isLogIn: ({ url = '' }) => isLogIn(url),
    origin: new URL(publicUrl).origin,
    counts,
    onRequest: (client, kind) => meter?.count(client, kind),
    ...watched,
  })
  return {
    before: gate.before,
    linesFor: gate.linesFor,
    logIn: gate.logIn,
    readsAsPublic(req) {
      const client = gate.clientOf(req)
      return client !== undefined && readsAsPublic(client, req, `${api}${graphQL}`)
    },
    onHit(req) {
      const client = gate.clientOf(req)
      if (client) meter?.count(client, 'cached')
    },
    async stop() {
      clearInterval(sweeping)
      await sharing?.stop()
      await meter?.stop()
    },
  }

  /** Partners are few, and so are log-ins; of the many addresses only those that come near their limit are told to others. */
  function toOneself({ id }: Bucket): number {
    return id.startsWith('partner ') || id.startsWith('log-ins ') ? 0 : requestsPerMinute / 10
  }
}
