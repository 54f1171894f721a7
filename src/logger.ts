import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import { PinoPretty as pretty } from 'pino-pretty'
import type { Settings } from './settings.ts'
import { current } from './watching/current-request.ts'
import { describeError, redactLine, titleOf } from './watching/redact.ts'

export type { Logger }

/**
 * One logger for the whole process, handed to Payload too, so that every line has the same shape, says for
 * which request it is, and holds no secret.
 */
export function createLogger(
  { logLevel }: Pick<Settings, 'logLevel'>,
  destination = process.stdout.isTTY ? forPeople() : undefined,
): Logger {
  const options: LoggerOptions = {
    level: logLevel,
    // One for each line, for pino adds to it what the line says.
    mixin: () => ({ ...current()?.tags }),
    serializers: { err: describeError },
    hooks: {
      streamWrite: redactLine,
      logMethod([first, ...rest], write, level) {
        const given = rest.length > 0 ? [first, ...rest] : withTitle(first)
        // Payload logs what a client did wrong as an error of its own, unless it knows it by name.
        if (level === error && isOfClient(first)) this.debug(...(given as [unknown, string?]))
        else write.apply(this, given as [unknown, string?])
      },
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** Pino's number of it. */
const error = 50

const isOfClient = (given: unknown): boolean => {
  const { status } = (given as { err?: { status?: unknown } } | undefined)?.err ?? {}
  return typeof status === 'number' && status >= 400 && status < 500
}

/** Pino takes an error's whole message for the line's, where there is no other. */
function withTitle(given: unknown): [unknown, string?] {
  const error = given instanceof Error ? given : (given as { err?: unknown } | undefined)?.err
  const isTitled = typeof (given as { msg?: unknown } | undefined)?.msg === 'string'
  if (!(error instanceof Error) || isTitled) return [given]
  return [given instanceof Error ? { err: given } : given, titleOf(error)]
}

/** On a terminal; programs read JSON. */
const forPeople = (): DestinationStream => pretty({ ignore: 'pid,hostname', sync: true })
