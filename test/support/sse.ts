import { request } from 'node:http'

/** A block of a stream of Server-Sent Events: its fields, and its comment lines under an empty name. */
export type Block = Record<string, string>

export type Stream = {
  status: number
  headers: NodeJS.Dict<string | string[]>
  /** The next block that has what is asked for; fails when the stream ends before. */
  next(isWanted?: (block: Block) => boolean): Promise<Block>
  /** Settles when the server has ended the stream; false when it was cut off. */
  ended: Promise<boolean>
  /** Takes nothing more from the connection. */
  pause(): void
  resume(): void
  /** All that has arrived. */
  text(): string
  close(): void
}

export const isChange = ({ event }: Block): boolean => event === 'change'

/** Opens a stream and reads it as it comes. */
export function openEvents(url: string, headers: Record<string, string> = {}): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent: false, headers }, (response) => {
      let text = ''
      let read = 0
      let isOver = false
      let changed = () => {}
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        changed()
      })
      const ended = new Promise<boolean>((settle) => {
        response.once('close', () => {
          isOver = true
          settle(response.complete)
          changed()
        })
      })
      const next: Stream['next'] = async (isWanted = () => true) => {
        for (;;) {
          const end = text.indexOf('\n\n', read)
          if (end >= 0) {
            const block = blockOf(text.slice(read, end))
            read = end + 2
            if (isWanted(block)) return block
          } else if (isOver) {
            throw new Error(`The stream ended: ${text.slice(-200)}`)
          } else {
            await new Promise<void>((wake) => {
              changed = wake
            })
          }
        }
      }
      response.on('error', () => {})
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        next,
        ended,
        pause: () => void response.pause(),
        resume: () => void response.resume(),
        text: () => text,
        close: () => void sent.destroy(),
      })
    })
    sent.once('error', reject)
    sent.end()
  })
}

const blockOf = (text: string): Block =>
  Object.fromEntries(
    text.split('\n').map((line) => {
      const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
      return [name, value]
    }),
  )
