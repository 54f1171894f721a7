// `npm run upgrade:payload -- VERSION`: sets payload and all @payloadcms packages to one version, which they
// have to share, installs them, makes what is generated anew, and runs the checks and the contract's.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const manifest = 'package.json'
const text = readFileSync(manifest, 'utf8')
const { dependencies, devDependencies } = JSON.parse(text)
const pins = Object.entries({ ...dependencies, ...devDependencies }).filter(
  ([name]) => name === 'payload' || name.startsWith('@payloadcms/'),
)
const names = pins.map(([name]) => name)
const [version, ...others] = process.argv.slice(2)

if (!/^\d+\.\d+\.\d+$/.test(version ?? '') || others.length > 0) {
  console.error('Accepted: one exact version: npm run upgrade:payload -- 3.90.1')
  process.exit(2)
}
const lacking = names.filter((name) => !isPublished(name))
if (lacking.length > 0) {
  console.error(`${version} is not published of ${lacking.join(', ')}; nothing has been changed.`)
  process.exit(1)
}

const changed = pins.reduce(
  (all, [name, pin]) => all.replace(`"${name}": "${pin}"`, `"${name}": "${version}"`),
  text,
)
writeFileSync(manifest, changed)
console.log(`${names.length} packages are set to ${version}.`)

step('npm', 'install', '--no-audit', '--no-fund')
step('node', '.ci/complete-lock.mjs')
step('npm', 'run', 'generate')
step('npm', 'run', 'check')
console.log(`Payload is ${version}. What is left:
  git diff                      what is generated shows what has changed for clients and editors
  npm run migrate:create NAME   when the schema of SQLite has changed
  npm test                      on both databases`)

function isPublished(name) {
  try {
    const args = ['view', `${name}@${version}`, 'version']
    return execFileSync('npm', args, { encoding: 'utf8', stdio: 'pipe' }).trim() === version
  } catch {
    return false
  }
}

/** What has been changed until a step fails stays, to be looked at; git has what was before. */
function step(command, ...args) {
  console.log(`\n$ ${[command, ...args].join(' ')}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status === 0) return
  console.error('That failed. What was changed is left as it is: git diff, or git restore .')
  process.exit(1)
}
