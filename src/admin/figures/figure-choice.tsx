'use client'

import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import { useId } from 'react'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/use-words.ts'
import { useFigures } from './use-figures.ts'

/** Which of the claim's figures stands here, chosen from those that it has. */
export function FigureChoice({ field, path, readOnly }: TextFieldClientProps) {
  const id = useId()
  const words = useWords(figureWords)
  const { setValue, value } = useField<string>({ path })
  const figures = useFigures()
  const isRemoved = Boolean(value) && figures.every((figure) => figure.id !== value)
  return (
    <div className="field-type">
      <FieldLabel htmlFor={id} label={field.label} required />
      {figures.length === 0 && <p role="status">{words.none}</p>}
      <select
        disabled={readOnly}
        id={id}
        onChange={({ target }) => setValue(target.value)}
        style={selectStyle}
        value={value ?? ''}
      >
        {!value && <option value="">{words.choose}</option>}
        {isRemoved && <option value={value}>{words.removed}</option>}
        {figures.map((figure) => (
          <option key={figure.id} value={figure.id}>
            {[figure.number, figure.label].filter(Boolean).join(' – ')}
          </option>
        ))}
      </select>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

const selectStyle = {
  background: 'var(--theme-input-bg)',
  border: '1px solid var(--theme-elevation-400)',
  color: 'var(--theme-elevation-800)',
  display: 'block',
  font: 'inherit',
  maxWidth: '100%',
  padding: '0.35rem 0.5rem',
}
