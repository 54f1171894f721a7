import type { TestCase, TestModule } from 'vitest/node'

/** How a run of the tests ended, in the numbers of its last line. */
export type Outcome = { passed: number; failed: number; skipped: number }

type RanModule = Pick<TestModule, 'errors' | 'children'>

/**
 * Counts what ran. A file or a suite that broke outside of its tests, and an error that no test
 * caught, count as failures: their tests appear as skipped, or not at all.
 */
export function countOutcome(
  modules: readonly RanModule[],
  unhandledErrors: readonly unknown[],
): Outcome {
  const states = modules
    .flatMap(({ children }): TestCase[] => [...children.allTests()])
    .map((test) => test.result().state)
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
  }
}

/** The last line of a run. */
export function outcomeLine({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
