import { setTimeout as sleep } from 'node:timers/promises'
import type { EmailAdapter, Payload, SendEmailOptions } from 'payload'
import type { Settings } from '../settings.ts'
import { wholeOf } from './logged-mail.ts'

type MailSettings = NonNullable<Settings['mail']>

/** Before each repetition, in milliseconds; there is one attempt more. */
const defaultPauses: readonly number[] = [10_000, 60_000, 600_000, 3_600_000]

const second = 1000
/** How long a server that closes waits for its mail. */
const patience = 3 * second
const local = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** Messages that are on their way, by the instance whose they are. */
const closers = new WeakMap<Payload, () => Promise<void>>()

/**
 * Sends by SMTP, behind the back of whoever asks for it: a request, and the transaction it may hold, never
 * waits for a mail server. What cannot be sent is in the log at once, and tried again.
 */
export async function smtpMail(
  { url, from }: MailSettings,
  pauses: readonly number[] = defaultPauses,
): Promise<EmailAdapter> {
  const { nodemailerAdapter } = await import('@payloadcms/email-nodemailer')
  const sender = await nodemailerAdapter({
    defaultFromAddress: from.address,
    defaultFromName: from.name,
    transportOptions: transportOf(url),
    // A mail server that is down at start is no reason not to start.
    skipVerify: true,
  })
  return ({ payload }) => {
    const { defaultFromAddress, defaultFromName, sendEmail } = sender({ payload })
    const closing = new AbortController()
    const underWay = new Map<Promise<void>, SendEmailOptions>()
    closers.set(payload, async () => {
      closing.abort()
      const late = sleep(patience, undefined, { ref: false })
      await Promise.race([Promise.all(underWay.keys()), late])
      for (const message of underWay.values()) {
        payload.logger.error(wholeOf(message), 'The server closes before this message was sent.')
      }
    })

    async function deliver(message: SendEmailOptions): Promise<void> {
      for (let attempt = 0; ; attempt++) {
        try {
          await sendEmail(message)
          if (attempt > 0) payload.logger.info({ to: message.to }, 'The message has been sent.')
          return
        } catch (err) {
          const pause = closing.signal.aborted ? undefined : pauses[attempt]
          const what = pause === undefined ? 'It is given up.' : 'It will be tried again.'
          const told = attempt === 0 || pause === undefined ? wholeOf(message) : { to: message.to }
          payload.logger.error({ err, ...told }, `This message could not be sent. ${what}`)
          if (pause === undefined) return
          // A server that closes tries once more, and says so if that fails.
          await sleep(pause, undefined, { ref: false, signal: closing.signal }).catch(() => {})
        }
      }
    }

    return {
      ...{ name: 'smtp', defaultFromAddress, defaultFromName },
      async sendEmail(message) {
        const delivery = deliver(message).finally(() => underWay.delete(delivery))
        underWay.set(delivery, message)
      },
    }
  }
}

/** Waits a moment for what is on its way, and for one more try of what waits for that; the rest is logged. */
export const closeMail = async (payload: Payload): Promise<void> => closers.get(payload)?.()

/** An address such as smtp://user:password@mail.example:587 as nodemailer's options. */
function transportOf(address: string) {
  const { hostname, password, port, protocol, username } = new URL(address)
  const secure = protocol === 'smtps:'
  const auth = username
    ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
    : undefined
  return {
    ...{ host: hostname.replace(/^\[(.*)\]$/, '$1'), secure },
    port: Number(port) || (secure ? 465 : 587),
    // A password is not said where others may listen.
    ...(auth ? { auth, requireTLS: !secure && !local.test(hostname) } : {}),
    connectionTimeout: 10 * second,
    dnsTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 20 * second,
  }
}
