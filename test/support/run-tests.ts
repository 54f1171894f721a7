import type { CliOptions, startVitest } from 'vitest/node'
import { countOutcome, outcomeLine } from './outcome.ts'

/** Which tests to run: file patterns, vitest's own options, and whether a skipped one is a failure. */
export type Selection = { patterns: string[]; options: CliOptions; isCI: boolean }

type StartVitest = typeof startVitest

/**
 * Runs vitest, prints `N passed, N failed` as the last line and returns the exit code. Vitest is
 * handed in, because loaded from here it would pass through tsx, which takes 14 s.
 */
export async function runTests(
  start: StartVitest,
  { patterns, options, isCI }: Selection,
): Promise<0 | 1> {
  const vitest = await start('test', patterns, { ...options, watch: false, run: true })
  const outcome = countOutcome(vitest.state.getTestModules(), vitest.state.getUnhandledErrors())
  // Closing stops mongod. A worker that hangs must not keep the result from being told.
  await Promise.race([
    vitest.close(),
    new Promise((resolve) => setTimeout(resolve, 20_000).unref()),
  ])

  let hasFailed = outcome.failed > 0 || Boolean(process.exitCode)
  if (outcome.passed + outcome.failed === 0) {
    console.error('No test ran.')
    hasFailed = true
  }
  // Naming tests with -t skips the others by intention.
  if (isCI && outcome.skipped > 0 && !options.testNamePattern) {
    console.error('With CI=true no test may be skipped.')
    hasFailed = true
  }
  if (outcome.unsteady.length > 0) {
    console.error(`Passed only when tried again:\n  ${outcome.unsteady.join('\n  ')}`)
  }
  console.log(outcomeLine(outcome))
  return hasFailed ? 1 : 0
}
