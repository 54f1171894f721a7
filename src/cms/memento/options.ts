import type { Payload } from 'payload'

export type MementoOptions = {
  /** Where the service is reached from outside, without a trailing slash. */
  publicUrl: string
  /** Seconds for which a shared cache may answer without asking. */
  sharedMaxAge: number
}

const key = 'memento'

/** As part of a Payload config's `custom`. */
export const asCustom = (options: MementoOptions) => ({ [key]: options })

/** @returns undefined when the config tells nothing of earlier versions */
export const mementoOptions = ({ config }: Pick<Payload, 'config'>): MementoOptions | undefined =>
  config.custom?.[key]
