import type { EmailAdapter, SendEmailOptions } from 'payload'

/**
 * Writes messages to the log, whole, where there is no mail server: an administrator finds there the link
 * that somebody waits for. Payload's own stand-in warns at every start instead.
 */
export const loggedMail: EmailAdapter = ({ payload }) => ({
  name: 'log',
  defaultFromAddress: 'handbill@localhost',
  defaultFromName: 'Handbill',
  async sendEmail(message) {
    payload.logger.warn(
      wholeOf(message),
      'There is no mail server (HANDBILL_SMTP_URL), so this message was not sent.',
    )
  },
})

/** A message as the log has it: for whom, and what it says. */
export const wholeOf = ({ to, subject, text, html }: SendEmailOptions) => ({
  ...{ to, subject },
  ...(text ? { text } : { html }),
})
