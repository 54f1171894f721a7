import type { LibsqlError } from '@libsql/client'
import { APIError } from 'payload'

/** The database was held by other writes for longer than a client should wait. */
export class DatabaseBusyError extends APIError {
  override name = 'DatabaseBusyError'
  constructor(patience: number) {
    const message = `The database is busy: no turn to write within ${patience / 1000} s.`
    super(message, 503, null, true)
  }
}

/** Whether SQLite says that another connection holds the file. */
export const isBusy = (error: unknown): boolean =>
  Boolean((error as LibsqlError).code?.startsWith('SQLITE_BUSY'))
