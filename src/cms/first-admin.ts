import { type CollectionSlug, createLocalReq, type Payload } from 'payload'
import type { Settings } from '../settings.ts'
import { FirstAccountExistsError, hasAccount, makeFirstAccount } from './first-account.ts'
import { setupTokenOf } from './plugins/setup-token.ts'

/** What became of the first account at start. */
export type FirstAdmin =
  | { state: 'exists' }
  | { state: 'made'; email: string }
  /** The path of the page that makes it, token included. */
  | { state: 'missing'; page: string }

/** Sees to the first account: makes it when the settings name one and there is none yet. */
export async function firstAdmin(payload: Payload, settings: Settings): Promise<FirstAdmin> {
  if (await hasAccount({ payload })) return { state: 'exists' }
  if (!settings.firstAdmin) {
    const { admin } = payload.config.routes
    const token = setupTokenOf(payload.secret)
    return { state: 'missing', page: `${admin}/create-first-user?token=${token}` }
  }
  const { email, password } = settings.firstAdmin
  const collection = payload.config.admin.user as CollectionSlug
  const data = { email, password, name: email.split('@')[0], role: 'admin' }
  try {
    await makeFirstAccount(await createLocalReq({}, payload), (req) =>
      payload.create({ collection, data: data as never, req }),
    )
    return { state: 'made', email }
  } catch (error) {
    // Another server on the same database was a moment faster.
    if (error instanceof FirstAccountExistsError) return { state: 'exists' }
    throw error
  }
}
