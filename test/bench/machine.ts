import { cpus } from 'node:os'

/** What the figures depend on, as one line. */
export const machine = (): string =>
  [
    `${cpus()[0]?.model.trim()}, ${cpus().length} cores`,
    `Node ${process.versions.node}`,
    new Date().toISOString().slice(0, 10),
  ].join('; ')
