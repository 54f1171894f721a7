import { setTimeout as sleep } from 'node:timers/promises'
import { type Ask, answerTo } from './ask.ts'

/**
 * Asks for each thing again and again, all at once, from this process: things that are asked for at the same time and
 * are not the same are each made.
 *
 * @returns answers a second
 */
export async function loadEach(asks: Ask[], url: string, seconds: number): Promise<number> {
  let answers = 0
  let isEnded = false
  const from = performance.now()
  const loops = asks.map(async (ask) => {
    while (!isEnded) {
      const { status } = await answerTo(ask, url)
      // A server that has too much to do says so; that is no answer, and no mistake.
      if (status === 200) answers++
      else if (status !== 503) throw new Error(`${url}${ask.path}: ${status}`)
    }
  })
  await Promise.race([sleep(seconds * 1000), Promise.all(loops)])
  isEnded = true
  const rate = answers / ((performance.now() - from) / 1000)
  await Promise.all(loops)
  return rate
}
