import { spawn } from 'node:child_process'

/** A program that cannot outlive this process. */
export type TiedProcess = {
  /** Settles when the program has ended, by itself or not. */
  exited: Promise<void>
  /** Ends the program and removes its folder. */
  stop(): Promise<void>
}

// The program lives as long as the pipe on this shell's standard input: however the process that
// holds the other end goes, SIGKILL included, the program goes with it and its folder is removed.
// SIGKILL too, for on SIGTERM a mongod waits 15 s for secondaries that it does not have.
const keeper = `
  folder=$1; shift
  "$@" </dev/null & program=$!
  exec >/dev/null 2>&1
  cat
  kill -9 $program; wait $program
  rm -rf "$folder"`

/** Starts a program whose data is in `folder`; both go when this process does. */
export function spawnTied(folder: string, command: string, args: string[]): TiedProcess {
  // Detached: a Ctrl-C on the terminal must reach the tests, not the shell that cleans up.
  const child = spawn('sh', ['-c', keeper, 'sh', folder, command, ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    // The program alone holds this pipe's other end, so the pipe ends with it.
    exited: new Promise((resolve) => child.stdout.resume().once('end', resolve)),
    stop() {
      child.stdin.end()
      return closed
    },
  }
}
