import { type OutgoingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'

export type RawAnswer = {
  status: number
  statusText: string
  /** As sent: names in lower case, each value an entry of its own. */
  headers: [name: string, value: string][]
  header(name: string): string | undefined
  body: Buffer
}

export type RawRequest = {
  method?: string
  headers?: OutgoingHttpHeaders
  body?: string | Uint8Array
}

/** A request as node:http makes it: nothing added, decoded or joined as fetch does. */
export function send(url: string, { method, headers, body }: RawRequest = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const raw = response.rawHeaders
        const list = raw.flatMap((name, i): [string, string][] =>
          i % 2 === 0 ? [[name.toLowerCase(), raw[i + 1] ?? '']] : [],
        )
        resolve({
          status: response.statusCode ?? 0,
          statusText: response.statusMessage ?? '',
          headers: list,
          header: (name) => list.find(([n]) => n === name)?.[1],
          body: Buffer.concat(chunks),
        })
      })
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

/** Writes the bytes to the server of `url` and gives everything it answers until it hangs up. */
export function sendBytes(url: string, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.once('error', reject)
    socket.once('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
    socket.write(bytes)
  })
}
