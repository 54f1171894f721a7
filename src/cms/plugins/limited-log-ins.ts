import { APIError, type CollectionBeforeOperationHook, type Payload, type Plugin } from 'payload'

/**
 * Counts a try at an account.
 *
 * @returns for how many seconds there are none left; undefined when there was one
 */
type Count = (headers: object) => number | undefined

const counts = new WeakMap<Payload, Count>()

/** Has the tries counted that come over GraphQL, where no address tells of them; the gate counts the others. */
export const countLogIns = (payload: Payload, count: Count): void => void counts.set(payload, count)

const tries = new Set(['login', 'forgotPassword', 'resetPassword', 'unlock'])

const checkTry: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (req.payloadAPI !== 'GraphQL' || !tries.has(operation)) return
  const seconds = counts.get(req.payload)?.(req.headers)
  if (seconds === undefined) return
  throw new APIError(`Too many log-ins. Ask again in ${seconds} s.`, 429, null, true)
}

/**
 * Limits log-ins by the address they come from, and locks no account: a lock that follows wrong passwords
 * is one that anybody can put on an editor whose e-mail address they know.
 */
export const limitedLogIns: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => {
    const { auth, hooks } = collection
    if (!auth || (auth !== true && auth.disableLocalStrategy)) return collection
    return {
      ...collection,
      // Payload's fields for the lock stay as they are in the database; the number is never reached.
      auth: { ...(auth === true ? {} : auth), maxLoginAttempts: 1_000_000_000 },
      hooks: { ...hooks, beforeOperation: [...(hooks?.beforeOperation ?? []), checkTry] },
    }
  }),
})
