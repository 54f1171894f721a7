import { getPayload, type Payload } from 'payload'
import { createLogger } from '../logger.ts'
import type { Settings } from '../settings.ts'
import { createConfig } from './config.ts'

/** Opens the content for a program that is not the server. The caller ends with `payload.destroy()`. */
export async function openPayload(settings: Settings): Promise<Payload> {
  const logger = createLogger({ ...settings, logLevel: 'error' })
  return getPayload({ config: await createConfig(settings, logger) })
}
