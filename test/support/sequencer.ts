import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longer than their size tells, the longest first: one of them at the end is waited for alone. */
const long = [
  'faults/faults.db',
  'openapi/schemathesis',
  'contracts/cache-coherence',
  'mirror/commands',
  'mirror/export',
  'admin/everyday',
  'contracts/scheduling-killed',
  'contracts/webhooks-killed',
  'contracts/nested-writes',
  'contracts/mirror',
  'contracts/sync',
  'api/partners-limits-shared',
  'contracts/change-log-processes',
  'start/start',
  'start/workers',
  'start/three-servers',
  'backup/drill',
  'backup/commands',
  'importer/import-command',
  'support/run-tests',
  'delivery/memory',
]

/** The one with the shortest files comes last, so that the workers end together. */
const projects = ['mongodb', 'sqlite', 'admin', 'unit']

/**
 * Project by project, because workers keep what they have loaded for files of one project only, and in each
 * the long files first.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files)
    return bySize.toSorted(
      (a, b) =>
        projects.indexOf(a.project.name) - projects.indexOf(b.project.name) ||
        placeOf(a) - placeOf(b),
    )
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = long.findIndex((name) => moduleId.includes(`/test/${name}.`))
  return place === -1 ? long.length : place
}
