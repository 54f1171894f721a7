import type { Payload, Where } from 'payload'
import { canPublish } from '../../collections/access/roles.ts'
import { databaseTime } from '../cms/database/database-time.ts'
import { inTransaction } from '../cms/in-transaction.ts'
import { isoTime } from '../cms/iso-time.ts'
import type { Logger } from '../logger.ts'
import { longestPause, mostAttempts, type Timings } from './parts.ts'
import { publishTogether } from './publish-together.ts'
import { Refused } from './refused.ts'
import type { Schedule } from './schedules-collection.ts'
import { findSchedules, findUser, updateSchedule } from './stored.ts'
import type { Problem } from './what.ts'

/** Does what is due by the database's clock, also what was due while no server was running. */
export async function runDue(
  payload: Payload,
  logger: Logger,
  timings: Pick<Timings, 'pause'>,
  isEnded: () => boolean,
): Promise<void> {
  const now = isoTime(await databaseTime(payload))
  const due = await findSchedules(payload, {
    and: [{ state: { equals: 'waiting' } }, { dueAt: { less_than_equal: now } }],
  })
  for (const schedule of due) {
    if (isEnded()) return
    await run(payload, schedule).catch(async (error: unknown) => {
      if (error instanceof Refused) return refuse(payload, schedule, error.problems)
      logger.error({ err: error, schedule: schedule.id }, 'What was scheduled could not be done.')
      await tryLater(payload, schedule, timings)
    })
  }
}

/**
 * Does what is scheduled and notes that it is done, in one transaction. So it is done once, whoever else
 * does it at the same time and whenever this server dies.
 */
async function run(payload: Payload, { id, by }: Schedule): Promise<void> {
  const user = await findUser(payload, by)
  await inTransaction(
    payload,
    async (req) => {
      const schedule = await stillWaiting(payload, id, req)
      if (!schedule) return
      if (!user || !canPublish(user)) throw notAllowedAnyMore(schedule)
      // First, so that another server that does it too meets this one here.
      await updateSchedule(payload, id, { state: 'done', endedAt: isoTime(Date.now()) }, req)
      await publishTogether(req, schedule.what, schedule.documents)
    },
    user ? { user } : {},
  )
}

type InTransaction = Parameters<typeof updateSchedule>[3]

async function stillWaiting(payload: Payload, id: string, req: InTransaction) {
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: 'waiting' } }] }
  const [schedule] = await findSchedules(payload, where, { limit: 1, req })
  return schedule
}

function notAllowedAnyMore({ of, document }: Schedule): Refused {
  const message = 'Whoever has scheduled this has no account any more that may publish.'
  return new Refused({ relationTo: of as never, value: document }, [{ message }])
}

/** Leaves everything as it was, and a message. */
const refuse = (payload: Payload, { id }: Schedule, problems: Problem[]): Promise<void> =>
  inTransaction(payload, async (req) => {
    if (!(await stillWaiting(payload, id, req))) return
    const ended = { state: 'refused', endedAt: isoTime(Date.now()), problems } as const
    await updateSchedule(payload, id, ended, req)
  })

/** The database may be down: then the next look finds it still due. */
async function tryLater(
  payload: Payload,
  schedule: Schedule,
  { pause }: Pick<Timings, 'pause'>,
): Promise<void> {
  const attempts = schedule.attempts + 1
  if (attempts >= mostAttempts) {
    const message = 'The server could not do this; its log says why.'
    return refuse(payload, schedule, [{ message }])
  }
  const dueAt = isoTime(Date.now() + Math.min(longestPause, pause * 2 ** Math.min(attempts, 20)))
  await inTransaction(payload, async (req) => {
    if (!(await stillWaiting(payload, schedule.id, req))) return
    await updateSchedule(payload, schedule.id, { attempts, dueAt }, req)
  })
}
