import type { CollectionConfig, Payload, Plugin } from 'payload'
import { compose } from './compose.ts'
import { invite, inviteAgain } from './invite.ts'
import { publicUrlKey, resetAddress } from './reset-address.ts'
import { wordsIn } from './words.ts'

/** Mail to the people of the admin: invitations, and links to set a new password. */
export const mail =
  (publicUrl: string): Plugin =>
  (config) => ({
    ...config,
    collections: (config.collections ?? []).map((one) =>
      one.slug === 'users' ? written(one) : one,
    ),
    custom: { ...config.custom, [publicUrlKey]: publicUrl },
  })

type Person = { name?: string; language?: string | null }

const personOf = (args: { user?: unknown } | undefined): Person => (args?.user ?? {}) as Person

function written(users: CollectionConfig): CollectionConfig {
  const auth = typeof users.auth === 'object' ? users.auth : {}
  return {
    ...users,
    endpoints: [...(users.endpoints || []), invite, inviteAgain],
    auth: {
      ...auth,
      forgotPassword: {
        ...auth.forgotPassword,
        generateEmailSubject: (args) => wordsIn(personOf(args).language).reset.subject,
        generateEmailHTML(args) {
          const { name = '', language } = personOf(args)
          const { greeting, reset } = wordsIn(language)
          const address = resetAddress(args?.req?.payload as Payload, String(args?.token))
          const after = [reset.until, reset.otherwise]
          return compose([greeting(name), reset.text], address, after).html
        },
      },
    },
  }
}
