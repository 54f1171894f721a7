import {
  APIError,
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type SanitizedConfig,
} from 'payload'
import { addToHistory } from './history.ts'

type Input = {
  doc?: { relationTo: string; value: string }
  type?: string
  user?: { relationTo: string; value: string }
}
type Handler = (args: { input: Input; req: { payload: Payload } }) => Promise<unknown>

/**
 * Has a publishing that was refused at its set time told in the document's history: nobody is there to be
 * told. The document stays as it was, and the job says in its log why.
 */
export function tellRefusedSchedules(config: SanitizedConfig): SanitizedConfig {
  for (const task of config.jobs?.tasks ?? []) {
    if (task.slug !== 'schedulePublish' || typeof task.handler !== 'function') continue
    const publish = task.handler as unknown as Handler
    const telling: Handler = async (args) => {
      try {
        return await publish(args)
      } catch (error) {
        if (error instanceof APIError && error.status < 500) {
          await tell(args.req.payload, args.input, error)
        }
        throw error
      }
    }
    task.handler = telling as never
  }
  return config
}

async function tell(payload: Payload, { doc, user }: Input, error: APIError): Promise<void> {
  if (!doc) return
  const account = user
    ? await payload.findByID({
        collection: 'users',
        depth: 0,
        disableErrors: true,
        id: user.value,
      })
    : null
  const by = account ? { user: { ...account, collection: 'users' as const } } : {}
  const req = await createLocalReq(by, payload)
  const about = { of: doc.relationTo, document: String(doc.value) }
  await initTransaction(req)
  try {
    await addToHistory(req, about, [{ step: 'publishing-refused', comment: reasonOf(error) }])
    await commitTransaction(req)
  } catch (failure) {
    await killTransaction(req)
    throw failure
  }
}

/** Of an invalid document, what is wrong at each field. */
function reasonOf({ data, message }: APIError): string {
  const errors = (data as { errors?: { message: string }[] } | null)?.errors ?? []
  return errors.length > 0 ? errors.map((one) => one.message).join(' ') : message
}
