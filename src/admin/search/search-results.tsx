import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import { languageName } from '../../../collections/words/languages.ts'
import type { Group, Hit } from '../../search/search-content.ts'
import { searchWords } from '../words/search.ts'
import { useWords } from '../words/use-words.ts'
import type { Found } from './use-search.ts'

type Props = { found: Found; onLeave(): void }

/** What was found, by kind; how much is told to those who cannot see it. */
export function SearchResults({ found, onLeave }: Props) {
  const words = useWords(searchWords)
  const groups = found.state === 'found' ? found.groups : []
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0)
  const said = count === 0 ? words.none : words.found(count)
  return (
    <>
      <p className="search__count" role="status">
        {found.state === 'failed' && words.failed}
        {found.state === 'found' && said}
      </p>
      {found.state === 'found' &&
        groups.map((group) => (
          <Kind asked={found.asked} group={group} key={group.collection} onLeave={onLeave} />
        ))}
    </>
  )
}

type KindProps = { asked: string; group: Group; onLeave(): void }

function Kind({ asked, group: { collection, hasMore, hits }, onLeave }: KindProps) {
  const { config } = useConfig()
  const words = useWords(searchWords)
  const list = `${config.routes.admin}/collections/${collection}`
  const id = `search-${collection}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.kinds[collection as keyof typeof words.kinds] ?? collection}</h2>
      <ul>
        {hits.map((hit) => (
          <li key={hit.id}>
            <Link
              href={`${list}/${hit.id}?locale=${hit.locale}`}
              onClick={onLeave}
              prefetch={false}
            >
              {hit.title || words.untitled}
            </Link>
            <StateOf hit={hit} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Link
          className="search__more"
          href={`${list}?${new URLSearchParams({ search: asked })}`}
          onClick={onLeave}
          prefetch={false}
        >
          {words.more}
        </Link>
      )}
    </section>
  )
}

/** Where it stands, and in which language it was found. */
function StateOf({ hit: { locale, review, status } }: { hit: Hit }) {
  const { i18n } = useTranslation()
  const words = useWords(searchWords)
  if (!status) return null
  const state = status === 'published' ? status : (review ?? status)
  return (
    <span className="search__state">
      {words.states[state]} · {languageName(locale, i18n.language)}
    </span>
  )
}
