// `npm test [-- PATTERN]`: plain JavaScript, for it runs before anything is installed.
import { ensureInstalled, projectRoot } from '../src/install.mjs'

process.chdir(projectRoot)
try {
  await ensureInstalled()
} catch (error) {
  fail(error.message)
}

const { tsImport } = await import('tsx/esm/api')
const load = (name) => tsImport(`./support/${name}`, import.meta.url)
const { countOutcome, outcomeLine } = await load('outcome.ts')
const { provideChromium } = await load('chromium.ts')
const { provideMongod } = await load('mongod-binary.ts')
const { parseCLI, startVitest } = await import('vitest/node')

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
const isCI = ['true', '1'].includes(process.env.CI)
const projects = [options.project ?? []].flat()
const isWanted = (project) => projects.length === 0 || projects.includes(project)
const without = []

if (isWanted('mongodb') && !process.env.MONGODB_URI) {
  const mongod = await provideMongod()
  if ('missing' in mongod) leaveOut('mongodb', mongod.missing)
}
if (isWanted('admin')) {
  const chromium = await provideChromium()
  if ('missing' in chromium) leaveOut('admin', chromium.missing)
  else process.env.CHROMIUM_PATH = chromium.path
}

let vitest
try {
  vitest = await startVitest('test', filter, {
    ...options,
    watch: false,
    run: true,
    project: [...projects, ...without.map((project) => `!${project}`)],
  })
} catch (error) {
  fail(error.stack)
}

const outcome = countOutcome(vitest.state.getTestModules(), vitest.state.getUnhandledErrors())
// Closing stops mongod. A worker that hangs must not keep the result from being told.
await Promise.race([vitest.close(), new Promise((resolve) => setTimeout(resolve, 20_000).unref())])

let hasFailed = outcome.failed > 0 || Boolean(process.exitCode)
if (outcome.passed + outcome.failed === 0) {
  console.error('No test ran.')
  hasFailed = true
}
// Naming tests with -t skips the others by intention.
if (isCI && outcome.skipped > 0 && !options.testNamePattern) {
  console.error('With CI=true no test may be skipped.')
  hasFailed = true
}
console.log(outcomeLine(outcome))
process.exit(hasFailed ? 1 : 0)

function leaveOut(project, reason) {
  if (isCI) fail(`With CI=true nothing may be skipped, but there is ${reason}.`)
  console.log(`Skipping the tests of project ${project}: ${reason}.`)
  without.push(project)
}

/** Ends with the line that says how it went, also when no test could be started. */
function fail(message) {
  console.error(message)
  console.log('0 passed, 1 failed')
  process.exit(1)
}
