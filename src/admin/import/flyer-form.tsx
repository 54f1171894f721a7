import { Button } from '@payloadcms/ui'
import { type ChangeEvent, type ClipboardEvent, type FormEvent, useId, useState } from 'react'
import { textIn } from '../text-in.ts'
import { importWords } from '../words/import.ts'
import { useWords } from '../words/use-words.ts'
import type { LocaleOption } from './import-desk.tsx'
import { useCampaigns } from './use-campaigns.ts'
import type { Asked, Flyer } from './use-import.ts'

type Props = { isBusy: boolean; locales: LocaleOption[]; onRead(asked: Asked): void }

/** Takes a flyer: pasted, with what a word processor says of it, typed, or from a file. */
export function FlyerForm({ isBusy, locales, onRead }: Props) {
  const id = useId()
  const words = useWords(importWords)
  const campaigns = useCampaigns()
  const [flyer, setFlyer] = useState<Flyer>({ text: '', format: 'text' })
  const [shown, setShown] = useState('')
  const [locale, setLocale] = useState(locales[0]?.code ?? '')
  const [into, setInto] = useState('')
  const [problem, setProblem] = useState<string>()

  const take = (next: Flyer, visible: string) => {
    setFlyer(next)
    setShown(visible)
    setProblem(undefined)
  }
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { clipboardData, currentTarget } = event
    const html = clipboardData.getData('text/html')
    const isWhole = currentTarget.selectionEnd - currentTarget.selectionStart === shown.length
    if (!isWhole || !hasStructure(html)) return
    event.preventDefault()
    take({ text: html, format: 'html' }, clipboardData.getData('text/plain'))
  }
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (!file) return
    const text = await textIn(file)
    if (text === undefined) return setProblem(words.fileNotText)
    const format = formatOf(file.name)
    take({ text, format }, format === 'html' ? '' : text)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onRead({ ...flyer, locale, into })
  }
  return (
    <form className="import-desk__form" onSubmit={submit}>
      <p>{words.intro}</p>
      <label htmlFor={`${id}-text`}>{words.flyer}</label>
      <p className="import-desk__hint" id={`${id}-how`}>
        {words.pasteHere}
      </p>
      <textarea
        aria-describedby={`${id}-how`}
        id={`${id}-text`}
        onChange={({ target }) => take({ text: target.value, format: 'text' }, target.value)}
        onPaste={paste}
        rows={14}
        value={shown}
      />
      <p aria-live="polite" className="import-desk__hint">
        {flyer.format === 'html' && words.withFormatting}
      </p>
      <label htmlFor={`${id}-file`}>{words.file}</label>
      <input
        accept=".md,.markdown,.txt,.html,.htm,text/markdown,text/plain,text/html"
        id={`${id}-file`}
        onChange={choose}
        type="file"
      />
      {problem && (
        <p className="import-desk__problem" role="alert">
          {problem}
        </p>
      )}
      <div className="import-desk__choices">
        <label htmlFor={`${id}-locale`}>
          {words.language}
          <select
            id={`${id}-locale`}
            onChange={({ target }) => setLocale(target.value)}
            value={locale}
          >
            {locales.map(({ code, label }) => (
              <option key={code} value={code}>
                {label === code ? code : `${label} (${code})`}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}-into`}>
          {words.campaign}
          <select id={`${id}-into`} onChange={({ target }) => setInto(target.value)} value={into}>
            <option value="">{words.sameTitle}</option>
            {campaigns.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Button disabled={isBusy || flyer.text.trim() === ''} type="submit">
        {words.show}
      </Button>
    </form>
  )
}

/** Editors of code copy HTML as well, of their colours alone. */
const hasStructure = (html: string): boolean => /<(h[1-6]|p|li|ul|ol|b|strong|td)[\s>]/i.test(html)

const formatOf = (name: string): Flyer['format'] => {
  if (/\.html?$/i.test(name)) return 'html'
  return /\.txt$/i.test(name) ? 'text' : 'markdown'
}
