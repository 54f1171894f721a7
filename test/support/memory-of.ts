import { readFileSync } from 'node:fs'

/**
 * The memory of a process, in MB.
 *
 * @param field `VmRSS` for what it holds, `VmHWM` for the most that it has held so far (proc(5))
 * @returns undefined where there is no /proc, and when the process has ended
 */
export function memoryOf(pid: number | undefined, field: 'VmHWM' | 'VmRSS'): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const [, kilobytes] = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status) ?? []
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : undefined
  } catch {
    return undefined
  }
}
