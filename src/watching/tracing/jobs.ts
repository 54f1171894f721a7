import type { SanitizedConfig } from 'payload'
import { runAs } from '../current-request.ts'
import type { Tracing } from './tracing.ts'

type Handler = (args: never) => unknown

/** Has each run of a task be a trace of its own. */
export function traceJobs({ jobs }: SanitizedConfig, tracing: Tracing): void {
  for (const task of jobs?.tasks ?? []) {
    // Payload also takes the path of a module, which is nobody's here.
    if (typeof task.handler !== 'function') continue
    const handle = task.handler as Handler
    const traced = async (args: never) => {
      const span = tracing.beginJob(task.slug)
      try {
        const result = await runAs({ tags: { job: task.slug }, span }, async () => handle(args))
        tracing.end(span)
        return result
      } catch (error) {
        tracing.end(span, error)
        throw error
      }
    }
    Object.assign(task, { handler: traced })
  }
}
