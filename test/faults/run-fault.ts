import type { DatabaseKind, Fault, Measured } from './fault.ts'

/** Runs one case and undoes what it has done, last done first. */
export async function runFault(
  { run, times }: Fault,
  given: { kind: DatabaseKind; databaseUrl: string; isShort: boolean },
): Promise<Measured> {
  const undone: (() => unknown)[] = []
  try {
    return await run({
      ...given,
      times: given.isShort ? times.short : times.full,
      after: (undo) => undone.push(undo),
    })
  } finally {
    for (const undo of undone.reverse()) await undo()
  }
}
