import { copyFile } from 'node:fs/promises'
import { UsageError } from '../errors.ts'
import { contractFiles, releasedFiles } from './files.ts'

const commands: Record<string, () => Promise<void>> = {
  generate: async () => (await import('./generate.ts')).generate(),
  check,
  release,
}

/** Ends with an error that says what would break clients. */
async function check(): Promise<void> {
  const { checkContract } = await import('./check.ts')
  const problems = await checkContract(new Date().toISOString().slice(0, 10))
  if (problems.length === 0) return
  const lines = problems.map(({ at, problem }) => `  ${at}: ${problem}`)
  throw new UsageError(
    `The contract with partners does not hold (docs/contract/README.md says how to change it):\n${lines.join('\n')}`,
  )
}

/** From now on the present contract is the one that must hold. */
async function release(): Promise<void> {
  await copyFile(contractFiles.openapi, releasedFiles.openapi)
  await copyFile(contractFiles.graphql, releasedFiles.graphql)
}

const command = commands[process.argv[2] ?? '']

async function main(): Promise<void> {
  if (!command) throw new UsageError(`accepted: ${Object.keys(commands).join(', ')}`)
  await command()
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof UsageError ? error.message : error)
    process.exit(1)
  },
)
