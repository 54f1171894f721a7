import { AsyncLocalStorage } from 'node:async_hooks'

const hurried = new AsyncLocalStorage<true>()

/** Does work that a client waits for: where the database would have it wait for long, it is told so instead. */
export const inHurry = <T>(work: () => T): T => hurried.run(true, work)

/** Whether a client waits for what is done here. */
export const isInHurry = (): boolean => hurried.getStore() === true
