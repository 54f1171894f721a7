import { randomBytes } from 'node:crypto'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Logger } from '../../logger.ts'

const form = /handbill-[0-9a-f]{16}$/

/** By which MongoDB knows the connections and the transactions of one server, after the name that it was given. */
export function nameOfServer(url: string): string {
  const given = /[?&]appname=([^&]*)/i.exec(url)?.[1]
  const own = `handbill-${randomBytes(8).toString('hex')}`
  return given ? `${decodeURIComponent(given).slice(0, 100)} ${own}` : own
}

type Operation = { type: string; appName?: string; lsid?: { id: unknown } }

/**
 * Ends the transactions of servers that have died. MongoDB would keep them for a minute, and with them the
 * documents that they had written to. A server that lives has connections, one that does not has none.
 */
export async function endOrphans({ connection }: MongooseAdapter, logger: Logger): Promise<void> {
  const admin = connection.getClient().db('admin')
  try {
    const all = await admin
      .aggregate<Operation>([{ $currentOp: { idleConnections: true, idleSessions: true } }])
      .toArray()
    const alive = new Set(all.filter(({ type }) => type === 'op').map(({ appName }) => appName))
    const orphans = all.filter(
      ({ appName = '', lsid, type }) =>
        type === 'idleSession' && lsid && form.test(appName) && !alive.has(appName),
    )
    if (orphans.length === 0) return
    await admin.command({ killSessions: orphans.map(({ lsid }) => ({ id: lsid?.id })) })
    logger.info({ transactions: orphans.length }, 'What a server had begun that died was ended.')
  } catch (error) {
    // Some providers do not let it be asked.
    logger.debug({ err: error }, 'It could not be looked for transactions of servers that died.')
  }
}
