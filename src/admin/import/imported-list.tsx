import { Button, Link, useConfig } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { importWords } from '../words/import.ts'
import { useWords } from '../words/use-words.ts'
import type { Imported } from './use-import.ts'

const collections = ['campaigns', 'claims', 'demands', 'resources'] as const

/** What an import has made, with a link to each. */
export function ImportedList({ imported, onAgain }: { imported: Imported; onAgain(): void }) {
  const words = useWords(importWords)
  const { config } = useConfig()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  const { documents } = imported
  const isChanged = documents.some(({ action }) => action !== 'unchanged')
  return (
    <section className="import-desk__done">
      <h2 ref={heading} tabIndex={-1}>
        {isChanged ? words.done : words.doneNothing}
      </h2>
      {collections.map((collection) => {
        const own = documents.filter((one) => one.collection === collection)
        if (own.length === 0) return null
        return (
          <div key={collection}>
            <h3>{words.collections[collection]}</h3>
            <ul>
              {own.map(({ action, id, title }) => (
                <li key={id}>
                  <Link href={`${config.routes.admin}/collections/${collection}/${id}`}>
                    {title}
                  </Link>{' '}
                  <span className="import-desk__action">{words.actions[action]}</span>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <Button buttonStyle="secondary" onClick={onAgain}>
        {words.another}
      </Button>
    </section>
  )
}
