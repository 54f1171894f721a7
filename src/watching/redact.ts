/** What a line of the log never says, whoever wrote it, and what stands there instead. */
const secrets: [pattern: RegExp, instead: string][] = [
  // A name and a password in an address.
  [/([a-z][a-z\d+.-]*:\/\/)[^\s/"@]+@/gi, '$1[redacted]@'],
  // Partners' keys and webhooks' secrets.
  [/\b(hb_|whsec_)[\w+/=-]{6,}/g, '$1[redacted]'],
  // Signed tokens, as sessions have them.
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[redacted]'],
  [/\b(Bearer|JWT|API-Key) +[\w.~+/=-]{8,}/gi, '$1 [redacted]'],
  [
    /([?&](?:[\w.[\]-]|%[\da-f]{2})*(?:token|key|secret|password|signature)=)[^&\s"\\]*/gi,
    '$1[redacted]',
  ],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
]

/** Of messages that could not be sent: without a mail server the log is where people find them. */
const isMail = /,"(?:text|html)":"/

/** A line of the log without what must not be in one. */
export function redactLine(line: string): string {
  if (isMail.test(line)) return line
  let redacted = line
  for (const [pattern, instead] of secrets) redacted = redacted.replace(pattern, instead)
  return redacted
}

const quotations: [pattern: RegExp, instead: string][] = [
  // Databases show what a statement was given, such as passwords' hashes.
  [/\n *params: [\s\S]*?(?=\n {4}at |$)/g, '\nparams: [redacted]'],
  // Node shows the beginning of what it could not read.
  [/Unexpected token [\s\S]*? is not valid JSON/g, 'It is not valid JSON'],
]

/**
 * What the log says of an error: no more than what is known to be harmless, for libraries hang whole requests
 * and documents on theirs. What a client did wrong is told to the client alone, for it quotes what was sent.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack = '', cause } = error
  const { code, status } = error as { code?: unknown; status?: unknown }
  const isClients = isClientsMistake(error)
  return {
    type: name,
    ...(isClients ? {} : { message: withoutQuotations(message), stack: withoutQuotations(stack) }),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(cause === undefined || isClients ? {} : { cause: describeError(cause) }),
  }
}

const withoutQuotations = (text: string): string =>
  quotations.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text)

/** What a line says when all that was given to the log is an error. */
export const titleOf = (error: Error): string =>
  isClientsMistake(error) ? error.name : withoutQuotations(error.message)

function isClientsMistake(error: Error): boolean {
  const { status } = error as { status?: unknown }
  return typeof status === 'number' && status >= 400 && status < 500
}
