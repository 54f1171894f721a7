import { type Browser, chromium } from 'playwright-core'

/** A headless Chromium; `npm test` names the one it found in CHROMIUM_PATH. Close it after use. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run this test through npm test')
  return chromium.launch({ executablePath })
}
