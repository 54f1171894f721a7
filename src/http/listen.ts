import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
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
export function close(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve()
  return new Promise((resolve, reject) => {
    // A connection whose request is answered meanwhile stays open for the client's next one.
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    server.close((error) => {
      clearInterval(idle)
      if (error) reject(error)
      else resolve()
    })
  })
}
