import { BasePayload, type Payload } from 'payload'
import { createLogger } from '../logger.ts'
import type { Settings } from '../settings.ts'
import { createConfig } from './config.ts'

/**
 * Opens the content for a program that is not the server. The caller ends with `payload.destroy()`.
 *
 * It is an instance of its own, which Payload would otherwise keep one of for the process.
 */
export async function openPayload(settings: Settings): Promise<Payload> {
  const logger = createLogger({ ...settings, logLevel: 'error' })
  return new BasePayload().init({ config: await createConfig(settings, logger) })
}
