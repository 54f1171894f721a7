import { type DestinationStream, type Logger, pino } from 'pino'
import { PinoPretty as pretty } from 'pino-pretty'
import type { Settings } from './settings.ts'
import { current } from './watching/current-request.ts'
import { describeError, redactLine } from './watching/redact.ts'

export type { Logger }

/**
 * One logger for the whole process, handed to Payload too, so that every line has the same shape, says for
 * which request it is, and holds no secret.
 */
export function createLogger(
  { logLevel }: Pick<Settings, 'logLevel'>,
  destination = process.stdout.isTTY ? forPeople() : undefined,
): Logger {
  const options = {
    level: logLevel,
    mixin: () => current()?.tags ?? {},
    serializers: { err: describeError },
    hooks: { streamWrite: redactLine },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** On a terminal; programs read JSON. */
const forPeople = (): DestinationStream => pretty({ ignore: 'pid,hostname', sync: true })
