import { type Logger, pino } from 'pino'
import type { Settings } from './settings.ts'

export type { Logger }

/** One logger for the whole process, handed to Payload too, so that every line has the same shape. */
export function createLogger({ logLevel, mode }: Pick<Settings, 'logLevel' | 'mode'>): Logger {
  return pino({
    level: logLevel,
    ...(mode === 'production' ? {} : { transport: { target: 'pino-pretty' } }),
  })
}
