import { useEffect, useId, useState } from 'react'

type Props = {
  id: string
  label: string
  value: string
  isBusy: boolean
  isLong?: boolean
  onChange(value: string): void
}

/** A text that is changed when its editor goes on from it. */
export function EditableLine({ id, isBusy, isLong = false, label, onChange, value }: Props) {
  const own = useId()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])

  const leave = () => {
    const next = text.trim()
    if (next === '') setText(value)
    else if (next !== value) onChange(next)
  }
  const field = {
    id: `${own}-${id}`,
    readOnly: isBusy,
    onBlur: leave,
    value: text,
  }
  return (
    <div className="import-desk__line" id={`part-${id}`}>
      <label htmlFor={field.id}>{label}</label>
      {isLong ? (
        <textarea {...field} onChange={({ target }) => setText(target.value)} rows={3} />
      ) : (
        <input
          {...field}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
        />
      )}
    </div>
  )
}
