// Runs before node_modules exists: nothing but Node's own modules may be imported here.
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

const usage = `npm start [-- --workers N]

  --workers N   so many processes share the port: 1 unless given, up to 64; auto is one for each processor`

/**
 * Reads the arguments of `npm start`. Ends the process after telling of the usage, or of a mistake.
 *
 * @returns how many processes are to serve
 */
export function readWorkers(args = process.argv.slice(2)) {
  try {
    const { values } = parseArgs({
      args,
      options: { help: { type: 'boolean', short: 'h' }, workers: { type: 'string', default: '1' } },
    })
    if (!values.help) return countOf(values.workers)
  } catch (error) {
    console.error(`${error.message.split(/\. |\n/)[0]} (npm start -- --help)`)
    process.exit(2)
  }
  console.log(usage)
  process.exit(0)
}

function countOf(given) {
  if (given === 'auto') return availableParallelism()
  const count = /^\d{1,2}$/.test(given) ? Number(given) : 0
  if (count >= 1 && count <= 64) return count
  throw new Error(`--workers: accepted: a whole number from 1 to 64, or auto, not ${given}`)
}
