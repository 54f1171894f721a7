import { canInstallPackages, findOnPath, installPackage, type Provided, run } from './commands.ts'

/** Finds a Chromium that runs here, or installs Debian's where that needs no password. */
export async function provideChromium(): Promise<Provided> {
  const { CHROMIUM_PATH } = process.env
  try {
    if (CHROMIUM_PATH) return await checked(CHROMIUM_PATH)
    const found = findOnPath('chromium', 'chromium-browser', 'google-chrome')
    if (found) return await checked(found)
    if (!canInstallPackages()) return { missing: 'no Chromium: set CHROMIUM_PATH or install one' }
    await installPackage('chromium')
    const installed = findOnPath('chromium')
    return installed ? await checked(installed) : { missing: 'no Chromium after installing it' }
  } catch (error) {
    return { missing: `no Chromium that runs: ${(error as Error).message}` }
  }
}

/** Ubuntu's chromium-browser is a stub that only names a snap, so being there is not enough. */
async function checked(path: string): Promise<Provided> {
  await run(path, ['--version'], { timeout: 30_000 })
  return { path }
}
