import { readFile } from 'node:fs/promises'
import { createConfig } from '../cms/config.ts'
import { deprecations } from '../deprecation/deprecations.ts'
import { announcementProblems } from './announced.ts'
import type { Break } from './break.ts'
import { breaksInGraphql } from './compare-graphql.ts'
import { breaksInOpenApi } from './compare-openapi.ts'
import { createContract } from './contract.ts'
import { contractFiles, releasedFiles } from './files.ts'
import { sampleSettings } from './make-examples.ts'

/**
 * What is wrong with the contract as it is committed: what would break clients of the release before, and
 * deprecations that nobody is told of.
 */
export async function checkContract(today: string): Promise<Break[]> {
  const read = (path: string) => readFile(path, 'utf8')
  const contract = createContract({
    config: await createConfig(sampleSettings('unused')),
    deprecations,
    isOurs: true,
  })
  return [
    ...breaksInOpenApi(
      JSON.parse(await read(releasedFiles.openapi)),
      JSON.parse(await read(contractFiles.openapi)),
      today,
    ),
    ...breaksInGraphql(await read(releasedFiles.graphql), await read(contractFiles.graphql), today),
    ...announcementProblems(
      deprecations,
      await contract.unmarked(),
      await read('CHANGELOG.md'),
      today,
    ),
  ]
}
