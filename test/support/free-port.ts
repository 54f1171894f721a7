import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

/** A port that nothing listens on, for a server that has to know its own address beforehand. */
export function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
