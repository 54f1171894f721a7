import { AsyncLocalStorage } from 'node:async_hooks'
import { createRequire } from 'node:module'
import { isContextCostly } from '../async-context.ts'

const storages = new Set<AsyncLocalStorage<unknown>>()

class KnownStorage<T> extends AsyncLocalStorage<T> {
  constructor() {
    super()
    storages.add(this)
  }
}

/**
 * Gets to know the storages of what is loaded from now on, as Next takes them: from the global object, or
 * by `require`. Those of whoever imported the class before stay out of it.
 */
export function knowStorages(): void {
  if (!isContextCostly) return
  createRequire(import.meta.url)('node:async_hooks').AsyncLocalStorage = KnownStorage
  Object.assign(globalThis, { AsyncLocalStorage: KnownStorage })
}

/**
 * Ends the following of steps, which costs answers from memory a fifth of their speed. It must be called
 * only while nothing uses the storages; the next use begins it again by itself.
 */
export function pauseTracking(): void {
  for (const storage of storages) storage.disable()
}
