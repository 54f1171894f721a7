// Makes the generated files anew and fails when that changes one: they are committed, and never edited.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const generated = [
  'collections/payload-types.ts',
  'src/app/(payload)/admin/importMap.js',
  'src/contract/examples.json',
  'docs/contract/openapi.json',
  'docs/contract/schema.graphql',
  'docs/contract/handbill.d.ts',
]
const contents = () => generated.map((file) => readFileSync(file, 'utf8'))

const before = contents()
execFileSync('npm', ['run', '--silent', 'generate'], { stdio: ['ignore', 'ignore', 'inherit'] })
const stale = generated.filter((_, i) => contents()[i] !== before[i])

if (stale.length > 0) {
  console.error(
    `Generated files were stale, and are now made anew; commit them: ${stale.join(', ')}`,
  )
  process.exit(1)
}
