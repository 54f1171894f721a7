import { type Logger, pino } from 'pino'
import { PinoPretty as pretty } from 'pino-pretty'
import type { Settings } from './settings.ts'

export type { Logger }

/** One logger for the whole process, handed to Payload too, so that every line has the same shape. */
export function createLogger({ logLevel }: Pick<Settings, 'logLevel'>): Logger {
  // For people on a terminal, for programs elsewhere.
  const output = process.stdout.isTTY ? [pretty({ ignore: 'pid,hostname', sync: true })] : []
  return pino({ level: logLevel }, ...output)
}
