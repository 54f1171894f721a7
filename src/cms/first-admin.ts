import type { CollectionSlug, Payload } from 'payload'
import type { Settings } from '../settings.ts'
import { setupTokenOf } from './plugins/setup-token.ts'

/**
 * Sees to the first account: makes it when the settings name one and there is none yet.
 *
 * @returns the address of the page that makes the first account, token included, while there is none
 */
export async function firstAdmin(
  payload: Payload,
  settings: Settings,
): Promise<string | undefined> {
  const { admin, routes } = payload.config
  const collection = admin.user as CollectionSlug
  const { totalDocs } = await payload.count({ collection })
  if (totalDocs > 0) return undefined
  if (!settings.firstAdmin) {
    return `${settings.publicUrl}${routes.admin}/create-first-user?token=${setupTokenOf(payload.secret)}`
  }
  const { email, password } = settings.firstAdmin
  const name = email.split('@')[0]
  await payload.create({ collection, data: { email, password, name, role: 'admin' } as never })
  return undefined
}
