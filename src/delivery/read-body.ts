import type { IncomingMessage } from 'node:http'

/** Reads a body whose length is known to be small. Nothing is called when the client goes away first. */
export function readBody(req: IncomingMessage, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.once('end', () => done(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
  // It goes away; there is nobody to answer.
  req.once('error', () => {})
}
