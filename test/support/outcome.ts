import type { TestCase, TestModule } from 'vitest/node'

/** How a run of the tests ended, in the numbers of its last line. */
export type Outcome = {
  passed: number
  failed: number
  skipped: number
  /** The names of tests that passed only when they were tried again. */
  unsteady: string[]
}

type RanModule = Pick<TestModule, 'errors' | 'children'>

/**
 * Counts what ran. A file or a suite that broke outside of its tests, and an error that no test
 * caught, count as failures: their tests appear as skipped, or not at all.
 */
export function countOutcome(
  modules: readonly RanModule[],
  unhandledErrors: readonly unknown[],
): Outcome {
  const tests = modules.flatMap(({ children }): TestCase[] => [...children.allTests()])
  const states = tests.map((test) => test.result().state)
  const count = (...wanted: string[]) => states.filter((state) => wanted.includes(state)).length
  const brokenFiles = modules.filter((module) => module.errors().length > 0)
  const brokenSuites = modules
    .flatMap(({ children }) => [...children.allSuites()])
    .filter((suite) => suite.errors().length > 0)
  return {
    passed: count('passed'),
    // A test still pending was cut short.
    failed:
      count('failed', 'pending') +
      brokenFiles.length +
      brokenSuites.length +
      unhandledErrors.length,
    skipped: count('skipped'),
    unsteady: tests.filter((test) => test.diagnostic()?.flaky).map(({ fullName }) => fullName),
  }
}

/** The last line of a run. */
export function outcomeLine({ passed, failed, skipped }: Omit<Outcome, 'unsteady'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
