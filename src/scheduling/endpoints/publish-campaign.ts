import {
  addDataAndFileToRequest,
  type Endpoint,
  type PayloadRequest,
  type TypedUser,
} from 'payload'
import { z } from 'zod'
import { headings, type NamedCollection } from '../../bundle/documents.ts'
import { inTransaction } from '../../cms/in-transaction.ts'
import { type Mistake, mistake } from '../../cms/readers/mistake.ts'
import { refuse } from '../../cms/readers/refuse.ts'
import { changeSet } from '../change-set.ts'
import { publishTogether } from '../publish-together.ts'
import { Refused } from '../refused.ts'
import { rehearse } from '../rehearse.ts'
import type { Standing } from '../standing.ts'
import { createSchedule } from '../stored.ts'
import { type Item, keyOf, type Problem, type What } from '../what.ts'
import { describe } from './described-schedule.ts'
import { answer, assertPublisher, neededDocument } from './publishers-only.ts'

/** As many as one transaction is finished with well before its time is up. */
const most = 500

const kinds = Object.keys(headings) as [NamedCollection, ...NamedCollection[]]
const acceptedDocuments = 'accepted: a list of { relationTo, value }, those of a dry run'

const body = z.strictObject({
  what: z.enum(['publish', 'unpublish'], { error: 'accepted: publish, unpublish' }),
  at: z.iso
    .datetime({ offset: true, error: 'accepted: a time, such as 2027-01-31T12:00:00Z' })
    .refine((time) => Date.parse(time) > Date.now(), 'accepted: a time to come')
    .nullish(),
  documents: z
    .array(
      z.strictObject(
        { relationTo: z.enum(kinds), value: z.string() },
        { error: acceptedDocuments },
      ),
      { error: acceptedDocuments },
    )
    .min(1, acceptedDocuments)
    .optional(),
  dryRun: z.boolean({ error: 'accepted: true, false' }).default(false),
})

/**
 * `POST /api/campaigns/{id}/publish` publishes, or unpublishes, a campaign with its claims, demands and
 * resources: all of them or none, now or `at` a time. With `dryRun` it says what would be done, and what
 * hinders it.
 */
export const publishCampaign: Omit<Endpoint, 'root'> = {
  method: 'post',
  path: '/:id/publish',
  handler: async (req) => {
    assertPublisher(req)
    const campaign = await neededDocument(req, 'campaigns')
    await addDataAndFileToRequest(req)
    const asked = body.safeParse(req.data ?? {})
    if (!asked.success) return refuse(mistakesOf(asked.error), req)

    const { what, at, documents, dryRun } = asked.data
    const all = (await changeSet(req, campaign.id, what)) ?? []
    const chosen = documents ? choose(all, documents) : all
    if (!chosen) return refuse([mistake('documents', acceptedDocuments)], req)
    if (dryRun) return answer(req, await dryRunOf(req, what, chosen))
    if (chosen.length === 0) return refuse([mistake('what', `there is nothing to ${what}`)], req)
    if (chosen.length > most) {
      return refuse(
        [mistake('documents', `accepted: ${most} at once; there are ${chosen.length}`)],
        req,
      )
    }
    return at
      ? schedule(req, campaign.id, what, chosen, new Date(at).toISOString())
      : publishNow(req, what, chosen)
  },
}

/** @returns undefined when something is chosen that there is nothing to do for */
function choose(all: readonly Standing[], documents: readonly Item[]): Standing[] | undefined {
  const wanted = new Set(documents.map(keyOf))
  const chosen = all.filter((one) => wanted.has(keyOf(one)))
  return chosen.length === wanted.size ? chosen : undefined
}

const userOf = ({ user }: PayloadRequest): TypedUser | undefined => user ?? undefined

async function dryRunOf(req: PayloadRequest, what: What, documents: Standing[]) {
  const problems = await rehearse(req.payload, userOf(req), what, documents)
  return { what, documents, problems }
}

async function publishNow(req: PayloadRequest, what: What, documents: Standing[]) {
  const { payload } = req
  const user = userOf(req)
  try {
    const work = (own: PayloadRequest) => publishTogether(own, what, documents)
    const done = await inTransaction(payload, work, user ? { user } : {})
    return answer(req, { what, documents: done })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // One has been found; whoever is to mend it is told of the others, too.
    const all = await rehearse(payload, user, what, documents)
    return answer(req, { errors: errorsOf(all.length > 0 ? all : error.problems) }, 400)
  }
}

const errorsOf = (problems: Problem[]) =>
  problems.map(({ message, ...data }) => ({ message, data }))

async function schedule(
  req: PayloadRequest,
  campaign: string,
  what: What,
  documents: Standing[],
  at: string,
) {
  const items = documents.map(({ relationTo, value }) => ({ relationTo, value }))
  const made = await inTransaction(req.payload, (own) =>
    createSchedule(
      req.payload,
      {
        ...{
          of: 'campaigns',
          document: campaign,
          what,
          documents: items,
          by: userOf(req)?.id ?? null,
        },
        ...{ at, dueAt: at, state: 'waiting', attempts: 0 },
      },
      own,
    ),
  )
  const problems = await rehearse(req.payload, userOf(req), what, items)
  return answer(req, { doc: await describe(req, made), problems }, 201)
}

function mistakesOf({ issues }: z.ZodError): Mistake[] {
  return issues.flatMap((issue) => {
    const [name] = issue.path
    if (issue.code === 'unrecognized_keys' && name === undefined) {
      const accepted = `accepted: ${Object.keys(body.shape).join(', ')}`
      return issue.keys.map((key) => mistake(key, `not a parameter here; ${accepted}`))
    }
    if (name === undefined) return [mistake('body', 'accepted: a JSON object')]
    return [mistake(String(name), name === 'documents' ? acceptedDocuments : issue.message)]
  })
}
