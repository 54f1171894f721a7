import { useDocumentForm, useTranslation } from '@payloadcms/ui'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type Figure, figureText } from '../../rich-text/figure.ts'

type Row = Figure & { label?: string | null }

const often = 500

/** Inside of a text Payload tells of no change in the form around it. */
function lookOften(onChange: () => void): () => void {
  const timer = setInterval(onChange, often)
  return () => clearInterval(timer)
}

/** The figures of the claim that is being edited, as they are in its form now. */
export function useFigures(): { id: string; number: string; label: string }[] {
  const { getDataByPath } = useDocumentForm()
  const { i18n } = useTranslation()
  const written = useCallback(() => {
    const rows = getDataByPath<Row[] | undefined>('figures')
    return JSON.stringify(Array.isArray(rows) ? rows : [])
  }, [getDataByPath])
  const rows = useSyncExternalStore(lookOften, written, () => '[]')
  return useMemo(
    () =>
      (JSON.parse(rows) as Row[]).map((row) => ({
        id: row.id ?? '',
        number: figureText(i18n.language, row),
        label: row.label ?? '',
      })),
    [i18n.language, rows],
  )
}
