import { statfs } from 'node:fs/promises'
import type { AfterErrorHook, SanitizedConfig } from 'payload'

type Failure = { status: number; message: string }

/**
 * Says of a database that cannot write or does not answer what it is, in place of Payload's "Something
 * went wrong": nothing is wrong with the request, and it can be sent again.
 */
export function tellFailures(config: SanitizedConfig): void {
  const tell: AfterErrorHook = async ({ collection, error }) => {
    const folder = collection?.upload.staticDir
    const failure = failureIn(error) ?? (folder ? await failureOfFile(error, folder) : undefined)
    if (!failure) return
    return { status: failure.status, response: { errors: [{ message: failure.message }] } }
  }
  config.hooks.afterError = [...(config.hooks.afterError ?? []), tell]
}

const noRoom: Failure = {
  status: 507,
  message: 'The disk is full: nothing was written. Send it again when there is room.',
}
const noAnswer: Failure = {
  status: 503,
  message: 'The database does not answer. Try again in a moment.',
}
const inDoubt: Failure = {
  status: 503,
  message:
    'The database has not said whether this was written: look, or send it again with the same Idempotency-Key.',
}

/** MongoDB's number of it, and the names of SQLite and of the system. */
const fullCodes: readonly unknown[] = [14031, 'SQLITE_FULL', 'ENOSPC']
/** MongoDB's are: no such primary, not in the time that it is given, and a member that comes or goes. */
const silentCodes: readonly unknown[] = [
  ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'],
  ...[6, 7, 50, 89, 91, 133, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436],
]
const silentNames =
  /^Mongo(?:ServerSelection|Network|NetworkTimeout|OperationTimeout|PoolCleared|TopologyClosed|ServerClosed|ClientClosed|NotConnected)Error$/

/** Errors come wrapped, in others that tell what was being done. */
function failureIn(error: unknown): Failure | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code, errorLabelSet } = one as { code?: unknown; errorLabelSet?: Set<string> }
    if (fullCodes.includes(code) || /database or disk is full/.test(one.message)) return noRoom
    // What a commit came to is not known, or not yet that it stays.
    const isInDoubt = errorLabelSet?.has('UnknownTransactionCommitResult')
    if (isInDoubt || one.name === 'MongoWriteConcernError') return inDoubt
    if (silentCodes.includes(code) || silentNames.test(one.name)) return noAnswer
    // A primary that steps down, among others.
    if (errorLabelSet?.has('RetryableWriteError')) return noAnswer
  }
  return undefined
}

/** Below so many free bytes a file had no room: it may have as many. */
const roomForAFile = 20_000_000

/** Payload says of a file that could not be stored only that there was a problem. */
async function failureOfFile({ name }: Error, folder: string): Promise<Failure | undefined> {
  if (name !== 'FileUploadError') return undefined
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize < roomForAFile ? noRoom : undefined
}
