// `npm run dev`: plain JavaScript, for it runs before anything is installed.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from './install.mjs'
import { prepare } from './prepare.mjs'

await prepare('development')
process.env.NODE_ENV = 'development'
// Payload would follow Next's hot reload for changes of its config; here the server starts anew.
process.env.DISABLE_PAYLOAD_HMR = 'true'
process.env.NEXT_TELEMETRY_DISABLED ??= '1'

const { context, formatMessages } = await import('esbuild')
const { compileOptions } = await import('./compile.mjs')

const file = join(projectRoot, '.cache', 'compiled', `dev.${process.pid}.mjs`)
let server
let running
let isStopping = false
let turn = Promise.resolve()

const options = compileOptions('src/main.ts')
const watching = await context({
  ...options,
  plugins: [
    ...options.plugins,
    { name: 'restart', setup: ({ onEnd }) => onEnd((result) => void afterCompiling(result)) },
  ],
})
process.once('SIGTERM', () => stop('SIGTERM'))
// On a terminal, Ctrl-C reaches the server by itself, and a second signal would cut it short.
process.once('SIGINT', () => stop(process.stdin.isTTY ? undefined : 'SIGINT'))
await watching.watch()

async function afterCompiling({ errors, outputFiles }) {
  if (errors.length > 0) {
    const messages = await formatMessages(errors, { kind: 'error', color: process.stdout.isTTY })
    return console.error(messages.join('\n'))
  }
  const [{ contents, hash }] = outputFiles
  // A changed comment, or a file that was only saved again.
  if (hash === running) return
  running = hash
  turn = turn.then(() => restart(contents))
}

async function restart(contents) {
  if (server) console.log('\nA source has changed: starting anew.')
  await end('SIGTERM')
  if (isStopping) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, contents)
  const started = spawn(process.execPath, [file], { stdio: 'inherit' })
  server = started
  started.once('exit', (code) => {
    if (server !== started || isStopping) return
    server = undefined
    console.error(`The server ended with ${code}. It starts anew when a source changes.`)
  })
}

/** Resolves when the server has ended; without a signal, it has been told already. */
async function end(signal) {
  const ending = server
  server = undefined
  if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
  const ended = new Promise((resolve) => ending.once('exit', resolve))
  if (signal) ending.kill(signal)
  await ended
}

async function stop(signal) {
  isStopping = true
  await end(signal)
  await watching.dispose()
  rmSync(file, { force: true })
  process.exit(0)
}
