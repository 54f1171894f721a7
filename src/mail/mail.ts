import type { CollectionAfterChangeHook, CollectionConfig, Payload, Plugin } from 'payload'
import { publicUrlKey, resetAddress } from './admin-address.ts'
import { compose } from './compose.ts'
import { invite, inviteAgain } from './invite.ts'
import { noticing } from './reviews/notice.ts'
import { createOutbox } from './reviews/outbox.ts'
import { wordsIn } from './words.ts'

/**
 * Mail to the people of the admin: invitations, links to set a new password, and news of reviews.
 *
 * @param quiet how long there have to be no news, in milliseconds, before those that there are become one message
 */
export const mail =
  (publicUrl: string, quiet = 5000): Plugin =>
  (config) => {
    const notice = noticing(createOutbox(quiet))
    return {
      ...config,
      collections: (config.collections ?? []).map((one) => {
        if (one.slug === 'users') return written(one)
        return isReviewed(one) ? withNews(one, notice) : one
      }),
      custom: { ...config.custom, [publicUrlKey]: publicUrl },
    }
  }

const isReviewed = ({ fields }: CollectionConfig): boolean =>
  fields.some((field) => 'name' in field && field.name === 'review')

const withNews = (one: CollectionConfig, notice: CollectionAfterChangeHook): CollectionConfig => ({
  ...one,
  hooks: { ...one.hooks, afterChange: [...(one.hooks?.afterChange ?? []), notice] },
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
          const link = resetAddress(args?.req?.payload as Payload, String(args?.token))
          const { otherwise, text, until } = reset
          return compose([greeting(name), text, { link }, until, otherwise]).html
        },
      },
    },
  }
}
