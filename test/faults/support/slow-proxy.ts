import { connect, createServer, type Socket } from 'node:net'

export type SlowProxy = {
  port: number
  /** From now on, what is sent either way arrives so many milliseconds later. */
  delay(milliseconds: number): void
  close(): Promise<void>
}

/** Stands between a server and its database on 127.0.0.1. */
export async function startSlowProxy(target: number): Promise<SlowProxy> {
  let delay = 0
  const sockets = new Set<Socket>()
  const pass = (from: Socket, to: Socket) => {
    // What is sent stays in order, also when the delay shrinks.
    let earlier = Promise.resolve()
    from.on('data', (bytes) => {
      const due = new Promise<void>((resolve) => setTimeout(resolve, delay))
      earlier = Promise.all([earlier, due]).then(() => void to.write(bytes))
    })
    from.on('error', () => to.destroy())
    from.on('close', () => to.destroy())
  }
  const server = createServer((client) => {
    const database = connect(target, '127.0.0.1')
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    }
    pass(client, database)
    pass(database, client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    delay(milliseconds) {
      delay = milliseconds
    },
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
