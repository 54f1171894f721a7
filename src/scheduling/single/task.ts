import type { Payload, PayloadRequest, SanitizedConfig, TaskConfig } from 'payload'
import { inTransaction } from '../../cms/in-transaction.ts'
import { isoTime } from '../../cms/iso-time.ts'
import { Refused } from '../refused.ts'
import { setStatus } from '../set-status.ts'
import { createSchedule, findUser } from '../stored.ts'
import type { Item, Problem } from '../what.ts'
import { findJobs, jobsSlug, type SingleJob, singleTask } from './jobs.ts'

/** Told of a refusal, in the transaction that notes it. */
export type OnRefused = (
  req: PayloadRequest,
  about: { of: string; document: string },
  reason: string,
) => Promise<void>

/**
 * Has Payload's scheduled publishing done once, whichever servers run the job and whenever they die; tried
 * again where the database failed; and leave a message where it is refused.
 */
export function onceEach(config: SanitizedConfig, onRefused: OnRefused): SanitizedConfig {
  const task = config.jobs.tasks?.find(({ slug }) => slug === singleTask)
  if (task) {
    const given: TaskConfig = { ...(task as TaskConfig) }
    Object.assign(task, {
      retries: { attempts: 20, backoff: { type: 'exponential', delay: 5000 } },
      handler: async (args: { input: SingleJob['input']; job: SingleJob; req: PayloadRequest }) => {
        // Without a document it is about a global, which is Payload's affair.
        if (!args.input.doc) return (given.handler as (one: typeof args) => unknown)(args)
        await publishOnce(args.req.payload, args.job.id, args.input, onRefused)
        return { output: {} }
      },
    })
  }
  return config
}

/** Publishes and notes that the job is done, in one transaction. */
async function publishOnce(
  payload: Payload,
  id: string,
  input: SingleJob['input'],
  onRefused: OnRefused,
) {
  const item = input.doc as Item
  const user = await userOf(payload, input)
  const asUser = user ? { user } : {}
  const refuse = async (req: PayloadRequest, problems: Problem[]) => {
    await leaveMessage(req, item, input, problems)
    const reason = problems.map(({ message }) => message).join(' ')
    await onRefused(req, { of: item.relationTo, document: item.value }, reason)
  }
  try {
    await inTransaction(
      payload,
      async (req) => {
        const [job] = await findJobs(payload, [{ id: { equals: id } }], req)
        if (!job) return
        const data = { completedAt: isoTime(Date.now()) }
        await payload.db.updateOne({ collection: jobsSlug, id, data, req })
        const what = input.type ?? 'publish'
        // A program that names nobody publishes by its own right, as with Payload.
        const isAllowed = user || !input.user
        if (isAllowed) await setStatus(req, what, item, localeOf(payload, input))
        else await refuse(req, [{ ...item, message: noAccount }])
      },
      asUser,
    )
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const note = async (req: PayloadRequest) => {
      const [job] = await findJobs(payload, [{ id: { equals: id } }], req)
      if (!job) return
      const data = { completedAt: isoTime(Date.now()) }
      await payload.db.updateOne({ collection: jobsSlug, id, data, req })
      await refuse(req, error.problems)
    }
    await inTransaction(payload, note, asUser)
  }
}

const noAccount = 'Whoever has scheduled this has no account any more.'

function userOf(payload: Payload, { user }: SingleJob['input']) {
  const isEditor = typeof user === 'object' && user?.relationTo === 'users'
  return isEditor ? findUser(payload, user.value) : undefined
}

/** The language that alone is to be published, if it is one. */
function localeOf({ config }: Payload, { locale, type }: SingleJob['input']): string | undefined {
  const codes = config.localization ? config.localization.localeCodes : []
  return type !== 'unpublish' && codes.includes(locale ?? '') ? (locale ?? undefined) : undefined
}

async function leaveMessage(
  req: PayloadRequest,
  item: Item,
  { type }: SingleJob['input'],
  problems: Problem[],
) {
  const now = isoTime(Date.now())
  await createSchedule(
    req.payload,
    {
      ...{ of: item.relationTo, document: item.value, what: type ?? 'publish' },
      ...{ documents: [item], at: now, dueAt: now, endedAt: now },
      ...{ state: 'refused', attempts: 1, problems },
    },
    req,
  )
}
