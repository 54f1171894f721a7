import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { UsageError } from '../errors.ts'

/**
 * Starts listening.
 *
 * @returns the port, which is the system's choice for port 0
 * @throws UsageError when the port is taken
 */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new UsageError(`PORT: ${port} is taken by another program.`) : error)
    })
    server.listen(port, () => resolve((server.address() as AddressInfo).port))
  })
}

/** Takes no new requests, finishes those under way, and lets go of idle connections. */
export async function close(server: Server): Promise<void> {
  if (!server.listening) return
  // Told so, a client does not send its next request just as the connection is let go of.
  server.prependListener('request', (_req, res) => {
    res.shouldKeepAlive = false
  })
  await takeIn(server)
  await new Promise<void>((resolve, reject) => {
    // A connection whose request is answered meanwhile stays open for the client's next one.
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    server.close((error) => {
      clearInterval(idle)
      if (error) reject(error)
      else resolve()
    })
  })
}

/** Milliseconds. */
const longestTakingIn = 5000
const turn = 10

/**
 * Takes in the connections that wait already: Node accepts one each time round its loop, and the others would
 * be broken with their requests.
 */
async function takeIn(server: Server): Promise<void> {
  let quietTurns = 0
  const accepted = () => {
    quietTurns = 0
  }
  server.on('connection', accepted)
  for (
    const end = performance.now() + longestTakingIn;
    quietTurns < 5 && performance.now() < end;
    quietTurns++
  )
    await sleep(turn)
  server.off('connection', accepted)
}
