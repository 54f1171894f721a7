import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

type Ended = { code: number | null; signal: NodeJS.Signals | null }

/** A program in a process of its own, with what it has printed so far. */
export type Program = {
  pid: number
  output(): string
  /** Resolves when the program has printed what `pattern` matches; fails when it ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  send(signal: NodeJS.Signals): void
  ended: Promise<Ended>
}

const running = new Set<ChildProcess>()

/** Runs `node OPTIONS FILE ARGS` in `cwd`; `env` is its whole environment beside PATH and HOME. */
export function runProgram(
  cwd: string,
  file: string,
  env: Record<string, string>,
  args: readonly string[] = [],
  options: readonly string[] = [],
): Program {
  const { PATH = '', HOME = '' } = process.env
  // Next's types want a NODE_ENV in every environment.
  const whole = { PATH, HOME, ...env } as Record<string, string> as NodeJS.ProcessEnv
  const child = spawn(process.execPath, [...options, file, ...args], { cwd, env: whole })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  let hasEnded = false
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => {
      hasEnded = true
      running.delete(child)
      resolve({ code, signal })
    }),
  )
  return {
    pid: child.pid ?? 0,
    output: () => output,
    async printed(pattern) {
      for (;;) {
        const found = pattern.exec(output)
        if (found) return found
        if (hasEnded) throw new Error(`The program ended before it printed ${pattern}:\n${output}`)
        await sleep(50)
      }
    },
    send: (signal) => child.kill(signal),
    ended,
  }
}

/** Ends what a test left running, also a test that failed. */
export async function endPrograms(): Promise<void> {
  const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)))
  for (const child of running) child.kill('SIGKILL')
  await Promise.all(ends)
}
