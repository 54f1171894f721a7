/** The contract as it is committed: for partners to read, and to be compared with that of the last release. */
export const contractFiles = {
  openapi: 'docs/contract/openapi.json',
  graphql: 'docs/contract/schema.graphql',
  types: 'docs/contract/handbill.d.ts',
}

export const releasedFiles = {
  openapi: 'docs/contract/released/openapi.json',
  graphql: 'docs/contract/released/schema.graphql',
}

/** Answers of the sample campaign, which are shown in the OpenAPI document. */
export const examplesFile = 'src/contract/examples.json'
