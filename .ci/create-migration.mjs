// `npm run migrate:create NAME`: has Payload make a migration, and mends what it leaves out. A column that is
// added with a reference would keep the document it refers to from being deleted; a new table's does not.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = 'src/cms/migrations'
const migrations = () => readdirSync(folder).filter((name) => /^\d.*\.ts$/.test(name))
const known = new Set(migrations())

const { status } = spawnSync(
  join('node_modules', '.bin', 'payload'),
  ['migrate:create', ...process.argv.slice(2)],
  {
    env: { ...process.env, PAYLOAD_CONFIG_PATH: 'src/cms/payload.config.ts' },
    stdio: 'inherit',
  },
)

for (const name of migrations().filter((one) => !known.has(one))) {
  const file = join(folder, name)
  const text = readFileSync(file, 'utf8')
  const added = /(ADD \\`\w+\\` text\(36\) REFERENCES \w+\(id\));/g
  writeFileSync(file, text.replace(added, '$1 ON UPDATE no action ON DELETE set null;'))
}
process.exit(status ?? 1)
