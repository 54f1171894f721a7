import type { EmailAdapter } from 'payload'

/**
 * Sends nothing, and says so when there was something to send. Payload's own stand-in warns at every
 * start instead.
 */
export const unsentEmail: EmailAdapter = ({ payload }) => ({
  name: 'unsent',
  defaultFromAddress: 'handbill@localhost',
  defaultFromName: 'Handbill',
  async sendEmail({ subject, to }) {
    payload.logger.warn({ subject, to }, 'There is no mail server, so this message was not sent.')
  },
})
