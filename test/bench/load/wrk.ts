import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Ask, connections, type Load, methodOf } from './ask.ts'

const script = join(import.meta.dirname, 'wrk.lua')

/** Loads a server with wrk, one thread of it: the other processor is the server's. */
export async function wrkLoad(ask: Ask, url: string, seconds: number): Promise<Load> {
  const headers = Object.entries(ask.headers ?? {}).flatMap(([n, v]) => ['-H', `${n}: ${v}`])
  const wrk = ['wrk', '-t1', `-c${connections}`, `-d${seconds}s`, '-s', script]
  // The shell's `times` tells what processor time wrk took.
  const shell = spawn('sh', ['-c', '"$@"; times', 'sh', ...wrk, ...headers, url + ask.path], {
    env: { ...process.env, BENCH_METHOD: methodOf(ask), BENCH_BODY: ask.body ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output] = await Promise.all([text(shell.stdout), once(shell, 'exit')])
  const found = /^RESULT (.+)$/m.exec(output)?.[1]
  if (!found) throw new Error(`wrk gave no result:\n${output}`)
  const { requests, micros, p50, p99, failed } = JSON.parse(found)
  return {
    rate: requests / (micros / 1e6),
    p50: p50 / 1000,
    p99: p99 / 1000,
    failed,
    busy: processorTime(output) / (micros / 1e6),
  }
}

/** The last line of `times` is of the shell's children: `0m1.20s 0m0.40s`, user and system. */
function processorTime(output: string): number {
  const last = output.trim().split('\n').at(-1) ?? ''
  const times = [...last.matchAll(/(\d+)m([\d.]+)s/g)]
  return times.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  )
}
