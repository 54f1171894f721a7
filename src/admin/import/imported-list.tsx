import { Button, Link, useAuth, useConfig } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { canPublish } from '../../../collections/access/roles.ts'
import { CampaignDrawer } from '../scheduling/campaign-drawer.tsx'
import { importWords } from '../words/import.ts'
import { useWords } from '../words/use-words.ts'
import type { Imported } from './use-import.ts'

const collections = ['campaigns', 'claims', 'demands', 'resources'] as const

/** What an import has made, with a link to each. */
export function ImportedList({ imported, onAgain }: { imported: Imported; onAgain(): void }) {
  const words = useWords(importWords)
  const { config } = useConfig()
  const { user } = useAuth()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  const { documents } = imported
  const campaign = documents.find(({ collection }) => collection === 'campaigns')
  const mayPublish = canPublish(user as Parameters<typeof canPublish>[0])
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
      <p>{mayPublish ? words.drafts : words.publishersOnly}</p>
      <div className="import-desk__buttons">
        {mayPublish && campaign && <CampaignDrawer campaign={campaign.id} />}
        <Button buttonStyle="secondary" margin={false} onClick={onAgain} size="small">
          {words.another}
        </Button>
      </div>
    </section>
  )
}
