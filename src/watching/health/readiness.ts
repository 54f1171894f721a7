import type { Logger } from '../../logger.ts'
import { createProbe, late } from './probe.ts'

/** A check passes, passes with a warning, or means that no requests should be sent here. */
export type State = 'ok' | 'warning' | 'failing'

export type Checked = { state: State /** For everybody: no detail. */; reason?: string }

/** @throws whatever stands in the way of an answer, which fails the check and goes into the log */
export type Check = () => Checked | Promise<Checked>

export type Readiness = {
  status: 'ready' | 'not ready' | 'closing'
  checks: Record<string, Checked>
}

/** Milliseconds. */
const patience = 2000
const hold = 1000

/** Tells whether requests should be sent here, by checks that anybody may ask for as often as they like. */
export function createReadiness(checks: Record<string, Check>, logger: Logger) {
  const states = new Map<string, State>()
  let isClosing = false
  const probes = Object.entries(checks).map(([name, check]) => {
    const run = async (): Promise<Checked> => {
      try {
        return await check()
      } catch (error) {
        tell(name, 'failing', error)
        return { state: 'failing', reason: 'failed' }
      }
    }
    return [name, createProbe(run, { patience, hold })] as const
  })

  /** Once for each change: it is asked every few seconds. */
  function tell(name: string, state: State, error?: unknown): void {
    const before = states.get(name) ?? 'ok'
    states.set(name, state)
    if (before === state) return
    const told = { check: name, state, ...(error === undefined ? {} : { err: error }) }
    if (state === 'ok') logger.info(told, 'A check of readiness passes again.')
    else logger.warn(told, 'A check of readiness does not pass.')
  }

  return {
    /** Says from now on that no further requests should be sent. */
    close(): void {
      isClosing = true
    },

    async ask(): Promise<Readiness> {
      const found = await Promise.all(
        probes.map(async ([name, probe]): Promise<[string, Checked]> => {
          const outcome = await probe()
          const checked: Checked =
            outcome === late ? { state: 'failing', reason: 'no answer' } : outcome
          tell(name, checked.state)
          return [name, checked]
        }),
      )
      const isReady = found.every(([, { state }]) => state !== 'failing')
      const status = isClosing ? 'closing' : isReady ? 'ready' : 'not ready'
      return { status, checks: Object.fromEntries(found) }
    },
  }
}

export type Ready = ReturnType<typeof createReadiness>
