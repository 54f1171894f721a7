import type { Payload } from 'payload'
import type { Role } from '../../../collections/access/roles.ts'
import type { Step } from '../../../collections/history.ts'
import { adminAddress } from '../admin-address.ts'
import { compose, oneLine, type Part } from '../compose.ts'
import { type News, wordsIn } from '../words.ts'
import type { Notice } from './outbox.ts'

type Line = {
  step: Step
  title?: string | null
  by?: string | null
  byName?: string | null
  comment?: string | null
}
type Item = { news: News; notice: Notice; line: Line }
type Person = {
  id: string
  email: string
  name: string
  role: Role
  language?: string | null
  reviewMail?: boolean | null
}

/** As many as anybody reads. */
const mostItems = 30

/** Tells those who can review what waits for them, and authors what came of it: each all of it at once. */
export async function sendNews(payload: Payload, notices: readonly Notice[]): Promise<void> {
  const items: Item[] = []
  for (const notice of notices) {
    const line = await lineOf(payload, notice)
    const news = line && newsOf(line.step, notice)
    if (line && news) items.push({ news, notice, line })
  }
  if (items.length === 0) return
  const { docs } = await payload.find({ collection: 'users', depth: 0, pagination: false })
  for (const person of docs as unknown as Person[]) {
    if (person.reviewMail === false) continue
    const theirs = items.filter((item) => isFor(person, item))
    if (theirs.length > 0) await send(payload, person, theirs)
  }
}

const told: readonly Step[] = [
  ...(['sent-to-review', 'taken-back', 'changes-requested'] as const),
  ...(['approved', 'published'] as const),
]

/** The last step, as the history has it: what was taken back with its transaction is in none. */
async function lineOf(payload: Payload, { document, of, since }: Notice) {
  const { docs } = await payload.find({
    collection: 'history',
    depth: 0,
    limit: 1,
    pagination: false,
    sort: '-at',
    where: {
      and: [
        { document: { equals: document } },
        { of: { equals: of } },
        { step: { in: [...told] } },
        // The line may have been written shortly before it was noted.
        { at: { greater_than: new Date(since - 5000).toISOString() } },
      ],
    },
  })
  return docs[0] as unknown as Line | undefined
}

function newsOf(step: Step, { wasInReview }: Notice): News | undefined {
  if (step === 'sent-to-review') return 'asked'
  if (step === 'changes-requested') return 'returned'
  // Publishing what is in review is approving it; of anything else nobody has asked.
  return step === 'approved' || (step === 'published' && wasInReview) ? 'approved' : undefined
}

/** Nobody is told of what they did themselves. */
function isFor({ id, role }: Person, { line, news, notice }: Item): boolean {
  if (id === line.by) return false
  const isAuthor = id === notice.author
  return news === 'asked' ? !isAuthor && (role === 'admin' || role === 'reviewer') : isAuthor
}

async function send(payload: Payload, person: Person, items: Item[]): Promise<void> {
  const { greeting, reviews } = wordsIn(person.language)
  const [first] = items
  const titled = ({ line, notice }: Item) => oneLine(line.title ?? '') || notice.document
  const parts = items
    .slice(0, mostItems)
    .flatMap((item): Part[] => [
      reviews.texts[item.news](oneLine(item.line.byName ?? '') || reviews.somebody, titled(item)),
      ...(item.line.comment ? [item.line.comment] : []),
      { link: adminAddress(payload, `/collections/${item.notice.of}/${item.notice.document}`) },
    ])
  const left = items.length - mostItems
  const more = left > 0 ? [reviews.more(left), { link: adminAddress(payload, '') }] : []
  const subject =
    items.length === 1 && first
      ? reviews.subjects[first.news](titled(first))
      : reviews.subject(items.length)
  await payload.sendEmail({
    to: person.email,
    subject,
    ...compose([greeting(person.name), ...parts, ...more, reviews.off]),
  })
}
