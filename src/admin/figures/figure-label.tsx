'use client'

import { useFormFields } from '@payloadcms/ui'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/use-words.ts'
import { useFigures } from './use-figures.ts'

/** A figure in the text of a claim, as the editor shows it: the number that readers will see. */
export function FigureLabel() {
  const words = useWords(figureWords)
  const chosen = useFormFields(([fields]) => fields?.figure?.value)
  const figure = useFigures().find(({ id }) => id === chosen)
  if (figure) return <span title={figure.label}>{figure.number || figure.label || '?'}</span>
  return <em>{chosen ? words.removed : words.unchosen}</em>
}
