'use client'

import {
  Button,
  CheckboxInput,
  Form,
  LeaveWithoutSaving,
  OperationProvider,
  RenderFields,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useFormProcessing,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import type { ClientField } from 'payload'
import { useState } from 'react'
import type { State, ToTranslate } from '../translations/read-texts.ts'
import { translateWords } from './words/translate.ts'
import { useWords } from './words/use-words.ts'

type Props = { language: string; original: string; texts: ToTranslate[] }
type Words = (typeof translateWords)['en']

/** The texts of the document that is open, to be translated; they are saved as a draft. */
export function TranslateForm({ language, original, texts }: Props) {
  const words = useWords(translateWords)
  const router = useRouter()
  const { initialState } = useDocumentInfo()
  const [confirmed, setConfirmed] = useState<readonly string[]>([])
  const translated = texts.filter(({ states }) => states[language] === 'translated').length
  const confirm = (key: string, stands: boolean) =>
    setConfirmed((keys) => [...keys.filter((one) => one !== key), ...(stands ? [key] : [])])
  return (
    <OperationProvider operation="update">
      <Form
        initialState={initialState}
        onSuccess={() => {
          setConfirmed([])
          router.refresh()
        }}
      >
        <LeaveWithoutSaving />
        <div className="translate__head">
          <p>{words.done(translated, texts.length)}</p>
          <Save confirmed={confirmed} language={language} words={words} />
        </div>
        <ul className="translate__texts">
          {texts.map((text) => (
            <TextToTranslate
              isConfirmed={confirmed.includes(text.key)}
              key={text.key}
              onConfirm={(stands) => confirm(text.key, stands)}
              original={original}
              state={text.states[language] ?? 'missing'}
              text={text}
              words={words}
            />
          ))}
        </ul>
      </Form>
    </OperationProvider>
  )
}

type TextProps = {
  text: ToTranslate
  state: State
  original: string
  words: Words
  isConfirmed: boolean
  onConfirm(stands: boolean): void
}

function TextToTranslate({ text, state, original, words, isConfirmed, onConfirm }: TextProps) {
  const { collectionSlug = '' } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const fields = getEntityConfig({ collectionSlug })?.fields ?? []
  const names = text.path.split('.')
  const field = fieldAt(fields, names)
  if (!field) return null
  const parents = names.slice(0, -1)
  const schemaPath = [collectionSlug, ...parents.filter((name) => !isPlace(name))]
  return (
    <li className={`translate__text translate__text--${state}`}>
      <div>
        <div className="translate__state">
          {words.original} <strong>{words.states[state]}</strong>
        </div>
        <div className="translate__original" lang={original}>
          {text.original}
        </div>
      </div>
      <div>
        <RenderFields
          fields={[field]}
          forceRender
          parentIndexPath=""
          parentPath={parents.join('.')}
          parentSchemaPath={schemaPath.join('.')}
          permissions={true as never}
        />
        {state === 'outdated' && (
          <CheckboxInput
            checked={isConfirmed}
            id={`stands-${text.key}`}
            label={words.stands}
            onToggle={({ target }) => onConfirm(target.checked)}
          />
        )}
      </div>
    </li>
  )
}

const isPlace = (name: string): boolean => /^\d+$/.test(name)

/** The field of a path, in which rows stand by their place. */
function fieldAt(fields: ClientField[], [name, ...rest]: string[]): ClientField | undefined {
  if (name !== undefined && isPlace(name)) return fieldAt(fields, rest)
  const field = fields.find((one) => 'name' in one && one.name === name)
  if (!field || rest.length === 0) return field
  return 'fields' in field ? fieldAt(field.fields, rest) : undefined
}

type SaveProps = { confirmed: readonly string[]; language: string; words: Words }

function Save({ confirmed, language, words }: SaveProps) {
  const { config } = useConfig()
  const { collectionSlug, id } = useDocumentInfo()
  const { submit } = useForm()
  const isModified = useFormModified()
  const isBusy = useFormProcessing()
  const save = () => {
    const query = new URLSearchParams({
      locale: language,
      draft: 'true',
      depth: '0',
      'fallback-locale': 'null',
      ...(confirmed.length > 0 ? { confirm: confirmed.join(',') } : {}),
    })
    void submit({
      action: `${config.routes.api}/${collectionSlug}/${id}?${query}`,
      method: 'PATCH',
      overrides: { _status: 'draft' },
      skipValidation: true,
    })
  }
  return (
    <Button
      disabled={isBusy || !(isModified || confirmed.length > 0)}
      margin={false}
      onClick={save}
      type="button"
    >
      {words.save}
    </Button>
  )
}
