import { type Deprecation, nameOf } from '../deprecation/deprecation.ts'
import type { Break } from './break.ts'

/** How long clients have at least, in days. */
const leastNotice = 180

const day = 24 * 60 * 60 * 1000

/**
 * What is missing for a deprecation to reach those whom it concerns: a line in the changelog with its name and
 * the day, and time enough.
 *
 * @param unmarked deprecations of which there is nothing in the contract
 */
export function announcementProblems(
  deprecations: Deprecation[],
  unmarked: Deprecation[],
  changelog: string,
  today: string,
): Break[] {
  return deprecations.flatMap((deprecation): Break[] => {
    const { since, sunset, what } = deprecation
    const at = nameOf(what)
    const lines = changelog.split('\n')
    const isAnnounced = lines.some((line) => line.includes(`\`${at}\``) && line.includes(sunset))
    const notice = (Date.parse(sunset) - Date.parse(since)) / day
    const isThere = !unmarked.includes(deprecation) || sunset <= today
    return [
      ...(isAnnounced
        ? []
        : [{ at, problem: `CHANGELOG.md has no line with \`${at}\` and ${sunset}` }]),
      ...(notice >= leastNotice
        ? []
        : [{ at, problem: `clients have ${notice} days; accepted: at least ${leastNotice}` }]),
      ...(isThere
        ? []
        : [{ at, problem: 'is deprecated, but nothing in the contract is so called' }]),
    ]
  })
}
