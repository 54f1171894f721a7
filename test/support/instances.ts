import type { Payload } from 'payload'

type Instances = Map<string, { payload: unknown }>

const instances = (): Instances => (globalThis as { _payload?: Instances })._payload ?? new Map()

/** The name under which this process keeps a Payload. */
export function instanceKey(payload: Payload): string {
  for (const [key, instance] of instances()) if (instance.payload === payload) return key
  throw new Error('no such instance')
}

/** Payload keeps every instance for as long as the process lives, and a worker of the tests makes a hundred. */
export function forgetInstance(payload: Payload): void {
  for (const [key, instance] of instances()) {
    if (instance.payload === payload) instances().delete(key)
  }
}

/** How many Payloads this process has made and not yet forgotten. */
export const openInstances = (): number =>
  [...instances().values()].filter(({ payload }) => payload).length
