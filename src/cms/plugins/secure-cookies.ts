import type { Plugin } from 'payload'

/** Has the cookie of a log-in sent over TLS alone where the service is reached by it. */
export const secureCookies =
  (publicUrl: string): Plugin =>
  (config) => ({
    ...config,
    collections: (config.collections ?? []).map((collection) => {
      const { auth } = collection
      if (!auth || !publicUrl.startsWith('https:')) return collection
      const cookies = { sameSite: 'Lax' as const, secure: true }
      return { ...collection, auth: { ...(auth === true ? {} : auth), cookies } }
    }),
  })
