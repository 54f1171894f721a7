import { UsageError } from '../errors.ts'

const [command] = process.argv.slice(2)

async function main(): Promise<void> {
  if (command === 'generate') return (await import('./generate.ts')).generate()
  throw new UsageError('accepted: generate')
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof UsageError ? error.message : error)
    process.exit(1)
  },
)
