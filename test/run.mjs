// `npm test [-- PATTERN …]`: plain JavaScript, for it runs before anything is installed.
import { ensureInstalled, projectRoot } from '../src/install.mjs'

process.chdir(projectRoot)
await ensureInstalled().catch((error) => fail(error.message))

const { tsImport } = await import('tsx/esm/api')
const load = (name) => tsImport(`./support/${name}`, import.meta.url)
const { provideChromium } = await load('chromium.ts')
const { provideMongod } = await load('mongod-binary.ts')
const { runTests } = await load('run-tests.ts')
const { parseCLI, startVitest } = await import('vitest/node')

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
const isCI = ['true', '1'].includes(process.env.CI)
const asked = [options.project ?? []].flat()
const isWanted = (project) =>
  asked.includes(project) ||
  (asked.every((name) => name.startsWith('!')) && !asked.includes(`!${project}`))
const leftOut = []

if (isWanted('mongodb') && !process.env.MONGODB_URI) {
  const mongod = await provideMongod()
  if ('missing' in mongod) leaveOut('mongodb', mongod.missing)
}
if (isWanted('admin')) {
  const chromium = await provideChromium()
  if ('missing' in chromium) leaveOut('admin', chromium.missing)
  else process.env.CHROMIUM_PATH = chromium.path
}

const project = [...asked, ...leftOut.map((name) => `!${name}`)]
const selection = { patterns: filter, options: { ...options, project }, isCI }
process.exit(await runTests(startVitest, selection).catch((error) => fail(error.stack)))

function leaveOut(project, reason) {
  if (isCI) fail(`With CI=true nothing may be skipped, but: ${reason}.`)
  console.log(`Skipping the tests of project ${project}: ${reason}.`)
  leftOut.push(project)
}

/** Ends with the line that says how it went, also when no test could be started. */
function fail(message) {
  console.error(message)
  console.log('0 passed, 1 failed')
  process.exit(1)
}
