import { createHash } from 'node:crypto'
import { canonical } from '../../cms/changes/digest.ts'

/**
 * How many rows there are, and one digest of them all in whatever order they come: the sum of their
 * digests. It shows what a conversion has done to rows; that nobody has changed the file is shown by the
 * digests of the file.
 */
export class Tally {
  private sum = 0n
  private rows = 0

  add(row: unknown): void {
    const digest = createHash('sha256')
      .update(canonical(withoutEmpty(row)))
      .digest('hex')
    this.sum = (this.sum + BigInt(`0x${digest}`)) % 2n ** 256n
    this.rows++
  }

  total(): { rows: number; digest: string } {
    return { rows: this.rows, digest: this.sum.toString(16).padStart(64, '0') }
  }
}

/** What is not there and what is there without a value are the same; which of both, depends on the database. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutEmpty(one) ?? null)
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value)
    .map(([name, one]) => [name, withoutEmpty(one)] as const)
    .filter(([, one]) => !isEmpty(one))
  return Object.fromEntries(kept)
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
