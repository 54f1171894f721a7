import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

type Event = {
  type: string
  timestamp: string
  data: {
    sequence: number
    collection: string
    id: string
    slug: string | null
    kind: string
    isCorrection: boolean
    locales: string[]
    at: string
    digest: string | null
    url: string
    acknowledge?: { url: string; token: string }
  }
}

export type Received = { id: string; event: Event; answered: number; signatures: number }

/** The answer to an event; one that leaves the response open hangs. */
export type Answer = (received: Received, res: ServerResponse) => void

export type Receiver = {
  url: string
  /** Every event whose signature is right, in the order in which they came. */
  received: Received[]
  /** What came with a wrong signature, or none. */
  forged: string[]
  /** With which secret signatures are looked at. */
  trust(secret: string): void
  answer: Answer
  stop(): Promise<void>
}

/** A partner's receiver, which checks signatures as their own library does. */
export async function startReceiver(
  answer: Answer = (_, res) => void res.end(),
): Promise<Receiver> {
  let secret = ''
  const server = createServer(async (req, res) => {
    let body = ''
    for await (const chunk of req.setEncoding('utf8')) body += chunk
    try {
      const event = new Webhook(secret).verify(body, req.headers as Record<string, string>) as Event
      const id = String(req.headers['webhook-id'])
      const signatures = String(req.headers['webhook-signature']).split(' ').length
      const one = { id, event, answered: 0, signatures }
      receiver.received.push(one)
      res.on('finish', () => {
        one.answered = res.statusCode
      })
      receiver.answer(one, res)
    } catch (error) {
      receiver.forged.push(`${error} ${body}`)
      res.writeHead(401).end()
    }
  })
  server.listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const receiver: Receiver = {
    url: `http://localhost:${port}/hook`,
    received: [],
    forged: [],
    trust(given) {
      secret = given
    },
    answer,
    async stop() {
      server.closeAllConnections()
      server.close()
    },
  }
  return receiver
}
