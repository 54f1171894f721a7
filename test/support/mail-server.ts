import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type MailServer = {
  port: number
  /** What has been taken, in order. */
  messages: Email[]
}

/** A real SMTP server, for as long as the test runs. */
export async function startMailServer(
  options: SMTPServerOptions = {},
  port = 0,
): Promise<MailServer> {
  const messages: Email[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, _session, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      messages.push(await PostalMime.parse(Buffer.concat(chunks)))
      done()
    },
    ...options,
  })
  // A client that hangs up is none of the test's business.
  server.on('error', () => {})
  server.listen(port)
  await once(server.server, 'listening')
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())))
  return { port: (server.server.address() as AddressInfo).port, messages }
}
