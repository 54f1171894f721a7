import { initTransaction, killTransaction, type PayloadRequest } from 'payload'

/** After so many writes that came in between, it waits for its turn among the writers. */
const attempts = 5

/**
 * Reads, in several queries, what is to be of one moment: all of what a transaction has written, or none.
 *
 * On MongoDB it is read in a transaction, which sees one snapshot. On SQLite a transaction would keep
 * writers out; there it is read once more when something was written meanwhile.
 */
export async function readWhole<T>(req: PayloadRequest, read: () => Promise<T>): Promise<T> {
  const version = versionOf(req)
  if (req.transactionID) return read()
  if (!version) return inTransaction(req, read)
  const { context } = req
  for (let attempt = 1; attempt <= attempts; attempt++) {
    // What hooks have looked up once, they keep there.
    req.context = { ...context }
    const before = await version()
    const result = await read()
    if ((await version()) === before) return result
  }
  req.context = { ...context }
  return inTransaction(req, read)
}

/** What differs after every write, where the database tells it. */
function versionOf({ payload: { db } }: PayloadRequest): (() => Promise<string>) | undefined {
  const { client } = db as { client?: { version?(): Promise<string> } }
  return client?.version ? () => (client as { version(): Promise<string> }).version() : undefined
}

async function inTransaction<T>(req: PayloadRequest, read: () => Promise<T>): Promise<T> {
  await initTransaction(req)
  try {
    return await read()
  } finally {
    await killTransaction(req)
  }
}
