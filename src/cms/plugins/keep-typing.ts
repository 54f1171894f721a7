import type { Plugin } from 'payload'

/** Keeps what an editor types while the server is slow to answer (`admin/keep-typing.tsx`). */
export const keepTyping: Plugin = (config) => ({
  ...config,
  admin: {
    ...config.admin,
    components: {
      ...config.admin?.components,
      providers: [
        ...(config.admin?.components?.providers ?? []),
        '/admin/keep-typing.tsx#KeepTyping',
      ],
    },
  },
})
