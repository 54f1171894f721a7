import cluster from 'node:cluster'
import { readWorkers } from './options.mjs'
import { StartError, type Supervisor, supervise } from './supervise.ts'

/** Several processes on one port: this one starts them, and has nothing to do with what they serve. */
async function main(): Promise<void> {
  // Each takes connections by itself. Handed over by this process, those of a worker that is killed just then
  // would hang: Node waits for its answer.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  cluster.setupPrimary({ exec: 'src/start.mjs', args: process.argv.slice(2) })
  const count = readWorkers()
  let supervisor: Supervisor | undefined
  let since: number | undefined
  const stop = async () => {
    // Ctrl-C comes twice at once: from the terminal, and passed on by npm.
    if (since !== undefined && performance.now() - since < 1000) return
    if (since !== undefined || !supervisor) {
      supervisor?.kill()
      process.exit(1)
    }
    since = performance.now()
    await supervisor.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('SIGHUP', () => {
    supervisor?.renew().catch(() => console.log('The workers that serve go on; no new one starts.'))
  })
  supervisor = await supervise(count, console.log)
  console.log(`${count} processes serve it.`)
}

main().catch((error: unknown) => {
  if (!(error instanceof StartError)) console.error(error)
  process.exit(error instanceof StartError ? error.code || 1 : 1)
})
