import { Button, Link, useConfig } from '@payloadcms/ui'
import { useId } from 'react'
import type { DescribedPart } from '../../importer/desk/described.ts'
import { importWords } from '../words/import.ts'
import { useWords } from '../words/use-words.ts'
import { EditableLine } from './editable-line.tsx'
import type { Importing } from './use-import.ts'

type Props = { byId: Map<string, DescribedPart>; importing: Importing; part: DescribedPart }

const kinds = ['claim', 'demand', 'resource', 'text', 'nothing'] as const
const collections = { claim: 'claims', demand: 'demands', resource: 'resources' } as const

/** One part of a flyer: what it is, its title, its text, and what becomes of it. */
export function PartCard({ byId, importing, part }: Props) {
  const id = useId()
  const words = useWords(importWords)
  const { config } = useConfig()
  const { action, kind, part: name, sources, text, title, url } = part
  const { isBusy } = importing
  const called = title || text.slice(0, 60)
  const evidence = sources.flatMap((source) => {
    const found = byId.get(source)
    return found && found.kind === 'resource' ? [found.title] : []
  })
  const hasTitle = kind !== 'text' && kind !== 'nothing'
  return (
    <article
      aria-label={called}
      className={`import-desk__part import-desk__part--${kind}`}
      id={hasTitle ? undefined : `part-${name}`}
    >
      <div className="import-desk__kind">
        <select
          aria-label={words.kindOf(called)}
          disabled={isBusy}
          id={id}
          onChange={({ target }) =>
            importing.change({ part: name, kind: target.value as (typeof kinds)[number] })
          }
          value={kind}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </select>
        {action && <span className="import-desk__action">{words.actions[action]}</span>}
        {part.id && hasTitle && (
          <Link
            aria-label={`${words.existing}: ${called}`}
            href={`${config.routes.admin}/collections/${collections[kind]}/${part.id}`}
            target="_blank"
          >
            {words.existing}
          </Link>
        )}
      </div>
      {hasTitle && (
        <EditableLine
          id={name}
          isBusy={isBusy}
          label={words.titleOf(words.kinds[kind])}
          onChange={(next) => importing.change({ part: name, title: next })}
          value={title}
        />
      )}
      {!hasTitle && title && <p>{title}</p>}
      {text && <p className="import-desk__words">{text}</p>}
      {url && <p className="import-desk__words">{url}</p>}
      {evidence.length > 0 && (
        <p className="import-desk__words">
          {words.sources} {evidence.join('; ')}
        </p>
      )}
      {part.canMerge && (
        <Button
          aria-label={words.mergeOf(called)}
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() => importing.change({ part: name, merge: true })}
          size="small"
        >
          {words.merge}
        </Button>
      )}
    </article>
  )
}
