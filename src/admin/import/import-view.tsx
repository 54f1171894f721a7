import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { canWrite } from '../../../collections/access/roles.ts'
import { importWords } from '../words/import.ts'
import { wordsIn } from '../words/use-words.ts'
import { ImportDesk } from './import-desk.tsx'

/** `/admin/import`: a flyer becomes drafts. */
export function ImportView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { i18n, payload, user } = req
  const words = wordsIn(importWords, i18n.language)
  const { localization } = payload.config
  const locales = localization
    ? localization.locales.map(({ code, label }) => ({
        code,
        label: typeof label === 'string' ? label : (label[i18n.language] ?? code),
      }))
    : []
  return (
    <DefaultTemplate
      i18n={i18n}
      payload={payload}
      permissions={permissions}
      viewActions={payload.config.admin.components?.actions ?? []}
      visibleEntities={visibleEntities}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      {...(searchParams ? { searchParams } : {})}
      {...(user ? { user } : {})}
    >
      <Gutter className="import-desk">
        <h1>{words.title}</h1>
        {canWrite(user) ? <ImportDesk locales={locales} /> : <p>{words.notYours}</p>}
      </Gutter>
    </DefaultTemplate>
  )
}
