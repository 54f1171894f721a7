import type { Plugin } from 'payload'
import { importFlyer, previewImport } from './endpoints.ts'

/** Lets editors import a flyer in the admin: a view, a link to it, and what the view asks. */
export const importDesk: Plugin = (config) => ({
  ...config,
  admin: {
    ...config.admin,
    components: {
      ...config.admin?.components,
      afterNavLinks: [
        ...(config.admin?.components?.afterNavLinks ?? []),
        '/admin/import/import-nav-link.tsx#ImportNavLink',
      ],
      views: {
        ...config.admin?.components?.views,
        importFlyer: {
          Component: '/admin/import/import-view.tsx#ImportView',
          path: '/import',
          meta: { title: 'Import' },
        },
      },
    },
  },
  endpoints: [...(config.endpoints ?? []), previewImport, importFlyer],
})
