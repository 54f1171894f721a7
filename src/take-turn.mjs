// Runs before node_modules exists: nothing but Node's own modules may be imported here.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Lets one process of this machine at a time do something to the checkout in `root`.
 *
 * @param what names the turn, and says for whom others wait
 * @param signal gives up waiting
 * @returns the turn: `handTo` gives it to the process that does the work, so that others wait for
 *   that one also when this process is killed; `end` ends it
 */
export async function takeTurn(root, what, signal) {
  const folder = join(root, '.cache')
  const turn = join(folder, `${what}.pid`)
  mkdirSync(folder, { recursive: true })
  for (let hasSaidSo = false; ; await sleep(500, undefined, { signal })) {
    try {
      writeFileSync(turn, String(process.pid), { flag: 'wx' })
      return {
        handTo: (pid) => writeFileSync(turn, String(pid)),
        end: () => rmSync(turn, { force: true }),
      }
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = readOwner(turn)
    // A restarted container hands out the same ids, so our own in the file is a dead one's.
    if (owner && (owner === process.pid || !isAlive(owner))) rmSync(turn, { force: true })
    else if (!hasSaidSo) {
      console.log(`Waiting for another process to finish ${what} …`)
      hasSaidSo = true
    }
  }
}

function readOwner(turn) {
  try {
    return Number(readFileSync(turn, 'utf8'))
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
