import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Whether to carry a context through asynchronous work has Node follow every promise and tick of the whole
 * process, as it does before Node 24. It costs answers from memory a fifth of their speed, and others as much.
 */
export const isContextCostly = Number(process.versions.node.split('.')[0]) < 24

/** What is known to all that some work sets off. */
export type Context<T> = {
  get(): T | undefined
  /** Runs work of which something is known, which lasts as long as the promise. */
  runAs<R>(value: T, work: () => Promise<R>): Promise<R>
  /** The same for work whose end is told. To tell it twice is as good as once. */
  follow(value: T): { run<R>(work: () => R): R; end(): void }
}

/** A context that costs nothing while no work of which something is known is under way. */
export function createContext<T>(): Context<T> {
  const storage = new AsyncLocalStorage<T>()
  let underWay = 0

  function begin(): () => void {
    underWay += 1
    let hasEnded = false
    return () => {
      if (hasEnded) return
      hasEnded = true
      underWay -= 1
      if (underWay === 0) storage.disable()
    }
  }

  return {
    get: () => storage.getStore(),
    async runAs(value, work) {
      const end = begin()
      try {
        return await storage.run(value, work)
      } finally {
        end()
      }
    },
    follow(value) {
      const end = begin()
      return { run: (work) => storage.run(value, work), end }
    },
  }
}
