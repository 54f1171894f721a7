import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { ensureBuilt } from '../../src/admin-app/build.ts'
import { type Server, startServer } from './servers.ts'
import type { Servers } from './sides.ts'

const nextApp = resolve('test/bench/next')
const next = resolve('node_modules/next/dist/bin/next')
const probe = '/api/claims?limit=1'

/**
 * Starts each side as a process of its own, built before, so that nothing is built while it is measured.
 *
 * @param env the settings that all have in common
 */
export async function startSides(env: Record<string, string>, servers: Servers): Promise<void> {
  console.log('Building the admin and the Next side …')
  await ensureBuilt({})
  buildStock(env)
  servers.cached = await startCached(env)
  servers.uncached = await startUncached(env)
  servers.stock = await startStock(env)
}

const startOurs = (env: Record<string, string>, asked = probe): Promise<Server> =>
  startServer(() => ['src/start.mjs'], { LOG_LEVEL: 'error', ...unlimited, ...env }, asked)

/** One client asks more often than a thousand would. It is counted all the same, as users are. */
const unlimited = { HANDBILL_REQUESTS_PER_MINUTE: '1000000000' }

/** Starts our server without its cache. */
const startUncached = (env: Record<string, string>): Promise<Server> =>
  startOurs({ ...env, HANDBILL_CACHE_MB: '0' })

/** Starts our server with a cache in which nothing finds room: what is asked once at a time is always made. */
export const startMissing = (env: Record<string, string>): Promise<Server> =>
  startOurs({ ...env, HANDBILL_CACHE_MB: '0.001' })

export const startCached = (env: Record<string, string>): Promise<Server> => startOurs(env)

/** Starts our server with its cache, and waits until it says that it is ready. */
export const startReady = (env: Record<string, string>): Promise<Server> =>
  startOurs(env, '/health/ready')

const startStock = (env: Record<string, string>): Promise<Server> =>
  startServer((port) => [next, 'start', nextApp, '-p', `${port}`], env, probe)

function buildStock(env: Record<string, string>): void {
  const { status, stderr } = spawnSync(process.execPath, [next, 'build', nextApp], {
    env: { ...process.env, ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}
