import { createContext } from '../../async-context.ts'

const hurry = createContext<true>()

/** Does work that a client waits for: where the database would have it wait for long, it is told so instead. */
export const inHurry = <T>(work: () => Promise<T>): Promise<T> => hurry.runAs(true, work)

/** Whether a client waits for what is done here. */
export const isInHurry = (): boolean => hurry.get() === true
