// `npm run upgrade:payload -- VERSION`: sets payload and all @payloadcms packages to one version, which they
// have to share, installs them, makes what is generated anew, and runs the checks and the contract's. It wants
// a checkout in which nothing has been changed, so that git has what was before.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const manifest = 'package.json'
const lockFile = 'package-lock.json'
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
const { status: isChanged } = spawnSync('git', ['diff', '--quiet', 'HEAD'])
if (isChanged !== 0) {
  console.error('Something has been changed in this checkout: commit it first, or git stash.')
  process.exit(1)
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
if (changed !== text) forgetPayload()
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

/**
 * Takes Payload's packages out of the lock file. They want each other in one version, and npm, which replaces
 * what it has locked one by one, finds each new one in conflict with the others.
 */
function forgetPayload() {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'))
  for (const path of Object.keys(lock.packages)) {
    if (/^node_modules\/(payload|@payloadcms\/[^/]+)(\/|$)/.test(path)) delete lock.packages[path]
  }
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`)
}

/** What has been changed until a step fails stays, to be looked at; git has what was before. */
function step(command, ...args) {
  console.log(`\n$ ${[command, ...args].join(' ')}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status === 0) return
  console.error(`That failed. What was changed is left to be looked at: git diff
Back to what was before: git restore . && npm ci`)
  process.exit(1)
}
