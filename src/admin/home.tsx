import { Link } from '@payloadcms/ui'
import type { Payload } from 'payload'
import { canWrite, isAdmin } from '../../collections/access/roles.ts'
import { languageName } from '../../collections/words/languages.ts'
import type { User } from '../attention/count.ts'
import type { Progress } from '../attention/progress.ts'
import { attentionKey, type Reading } from '../attention/reading.ts'
import { homeWords } from './words/home.ts'
import { wordsIn } from './words/use-words.ts'

type Props = { payload: Payload; user: User; i18n: { language: string } }
type Words = (typeof homeWords)['en']
type Items = Awaited<ReturnType<Reading['readAttention']>>['items']

/** What the admin begins with: what needs attention, and how far campaigns are translated. */
export async function Home({ payload, user, i18n }: Props) {
  const { readAttention, readProgress } = payload.config.custom[attentionKey] as Reading
  const [{ isNew, items }, progress] = await Promise.all([
    readAttention(payload, user),
    readProgress(payload, user),
  ])
  const words = wordsIn(homeWords, i18n.language)
  const { admin } = payload.config.routes
  return (
    <div className="home">
      {!isNew && <Needed items={items} words={words} />}
      <Steps admin={admin} areFirst={isNew} user={user} words={words} />
      {progress.length > 0 && (
        <Translated admin={admin} language={i18n.language} progress={progress} words={words} />
      )}
    </div>
  )
}

function Needed({ items, words }: { items: Items; words: Words }) {
  return (
    <section aria-labelledby="home-attention" className="home__part">
      <h2 id="home-attention">{words.attention}</h2>
      {items.length === 0 && <p>{words.nothing}</p>}
      <ul className="home__items">
        {items.map(({ key, collection, count, list, locale = '' }) => (
          <li key={list}>
            <Link className="home__item" href={list} prefetch={false}>
              <strong>{count}</strong>{' '}
              <span>
                {words.items[key](words.kinds[collection as keyof Words['kinds']] ?? '', locale)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

type PartProps = { admin: string; words: Words }

function Translated({
  admin,
  language,
  progress,
  words,
}: PartProps & { language: string; progress: Progress[] }) {
  return (
    <section aria-labelledby="home-translated" className="home__part">
      <h2 id="home-translated">{words.progress}</h2>
      <ul className="home__progress">
        {progress.map(({ campaign, locale, total, translated }) => (
          <li key={campaign.id + locale}>
            <Link
              href={`${admin}/collections/campaigns/${campaign.id}?locale=${locale}`}
              prefetch={false}
            >
              {campaign.title || campaign.id}
            </Link>{' '}
            <span>{languageName(locale, language)}</span>{' '}
            <progress
              aria-label={`${campaign.title}, ${languageName(locale, language)}`}
              max={total}
              value={translated}
            />{' '}
            <span>
              {percent(translated, total)} ({words.ofTranslated(translated, total)})
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Rounded down: 100 % is said only of what is whole. */
const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.floor((part / whole) * 100)} %`

/** What one comes to do; explained as long as there is nothing yet. */
function Steps({ admin, areFirst, user, words }: PartProps & { areFirst: boolean; user: User }) {
  const steps = [
    ...(canWrite(user)
      ? ([
          ['importFlyer', `${admin}/import`],
          ['addClaim', `${admin}/collections/claims/create`],
        ] as const)
      : []),
    ...(isAdmin(user) ? ([['invite', `${admin}/collections/users/create`]] as const) : []),
  ]
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="home-begin" className="home__part">
      <h2 id="home-begin">{areFirst ? words.begin : words.again}</h2>
      <ol className="home__items">
        {steps.map(([step, href]) => (
          <li key={step}>
            <Link className="home__item" href={href} prefetch={false}>
              <strong>{words.steps[step]}</strong>{' '}
              {areFirst && <span>{words.explained[step]}</span>}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
