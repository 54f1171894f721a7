import { expect } from 'vitest'
import type { Outcome } from './fault.ts'

/** How long it took is judged by `npm run faults` alone. */
export const expectPassed = ({ failures, result }: Outcome): void =>
  expect(failures, result).toEqual([])
