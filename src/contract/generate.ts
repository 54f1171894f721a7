import { writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { createConfig } from '../cms/config.ts'
import { deprecations } from '../deprecation/deprecations.ts'
import type { OpenApiDocument } from '../openapi/document.ts'
import { createContract } from './contract.ts'
import { contractFiles, examplesFile } from './files.ts'
import { publicGraphql } from './graphql.ts'
import { makeExamples, sampleSettings } from './make-examples.ts'

/** Writes the contract of this checkout, the same for every environment. */
export async function generate(): Promise<void> {
  const config = await createConfig(sampleSettings('unused'))
  const plain = await createContract({ config, deprecations, isOurs: true }).openapi()
  const examples = await makeExamples(plain)
  await writeJson(examplesFile, examples)

  const openapi = await createContract({ config, deprecations, examples, isOurs: true }).openapi()
  await writeJson(contractFiles.openapi, openapi)
  await writeFile(contractFiles.graphql, await publicGraphql(config, deprecations))
  await writeFile(contractFiles.types, await typesOf(openapi))
}

const writeJson = (path: string, value: unknown): Promise<void> =>
  writeFile(path, `${JSON.stringify(value, null, 2)}\n`)

const head = `/*
 * The types of this API, for clients in TypeScript: put this file beside your code as handbill.d.ts.
 * It is made from the OpenAPI document; see the chapter on clients in the guide.
 */

`

async function typesOf(openapi: OpenApiDocument): Promise<string> {
  const tree = await openapiTS(JSON.stringify(openapi), {
    alphabetize: false,
    // \`Claim\` beside \`components['schemas']['Claim']\`.
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
  })
  return head + astToString(tree)
}
