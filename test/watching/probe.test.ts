import { expect, test } from 'vitest'
import { createProbe, late } from '../../src/watching/health/probe.ts'

/** Something that answers when it is told to, and counts how often it has been asked. */
function hanging() {
  const answers: ((text: string) => void)[] = []
  const run = () => new Promise<string>((resolve) => answers.push(resolve))
  return { answers, run }
}

test('all who ask share one run, and its outcome for a moment after', async () => {
  let now = 0
  const { answers, run } = hanging()
  const probe = createProbe(run, { patience: 60_000, hold: 1000, now: () => now })
  const asked = [probe(), probe(), probe()]
  answers[0]?.('first')
  expect(await Promise.all(asked)).toEqual(['first', 'first', 'first'])
  now = 999
  expect(await probe()).toBe('first')
  expect(answers).toHaveLength(1)

  now = 1000
  const again = probe()
  answers[1]?.('second')
  expect(await again).toBe('second')
})

test('what hangs is not asked twice, and nobody waits for it for longer than the first did', async () => {
  let now = 0
  const { answers, run } = hanging()
  const probe = createProbe(run, { patience: 20, hold: 1000, now: () => now })
  expect(await probe()).toBe(late)
  now = 20
  expect(await Promise.all(Array.from({ length: 100 }, probe))).toEqual(Array(100).fill(late))
  expect(answers).toHaveLength(1)

  answers[0]?.('at last')
  await expect.poll(probe).toBe('at last')
})

test('a run that fails is told to who waits for it, and the next one begins anew', async () => {
  let runs = 0
  const probe = createProbe(
    async () => {
      runs += 1
      if (runs === 1) throw new Error('broken')
      return 'mended'
    },
    { patience: 1000, hold: 1000 },
  )
  await expect(probe()).rejects.toThrow('broken')
  expect(await probe()).toBe('mended')
})
