import { readdir, readlink } from 'node:fs/promises'

/** Files of that name which this process holds open. Linux only. */
export async function openFiles(name: string): Promise<string[]> {
  const open = await readdir('/proc/self/fd')
  const paths = await Promise.all(open.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')))
  return paths.filter((path) => path.endsWith(name))
}
