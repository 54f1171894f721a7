import type { FaultServer } from './server.ts'

export type Writing = {
  /** What was acknowledged: the ids by the statements. */
  acknowledged: Map<string, string>
  /** How often an answer was something else than yes, by status; 0 is none. */
  refused: Map<number, number>
  /** When each acknowledgement came. */
  times: number[]
  /** Has the writers end when they have their answers. */
  stop(): Promise<void>
}

/** Writers that create claims, every other one published, until they are told to stop. */
export function startWriters(
  server: () => FaultServer,
  token: string,
  count: number,
  name: string,
): Writing {
  const acknowledged = new Map<string, string>()
  const refused = new Map<number, number>()
  const times: number[] = []
  let isOver = false
  const write = async (writer: number) => {
    for (let n = 0; !isOver; n++) {
      const statement = `${name} ${writer} ${n}`
      const data = { statement, _status: n % 2 === 0 ? 'published' : 'draft' }
      const { status, body } = await server().ask('/api/claims', 'POST', data, token)
      if (status === 201) {
        acknowledged.set(statement, (body.doc as { id: string }).id)
        times.push(Date.now())
      } else {
        refused.set(status, (refused.get(status) ?? 0) + 1)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }
  const all = Promise.all(Array.from({ length: count }, (_, writer) => write(writer)))
  return {
    ...{ acknowledged, refused, times },
    async stop() {
      isOver = true
      await all
    },
  }
}
