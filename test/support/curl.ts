import { canInstallPackages, findOnPath, installPackage, type Provided } from './commands.ts'

/** Finds curl, or installs Debian's where that needs no password. */
export async function provideCurl(): Promise<Provided> {
  try {
    if (!findOnPath('curl') && canInstallPackages()) await installPackage('curl')
  } catch (error) {
    return { missing: `no curl: ${(error as Error).message}` }
  }
  const path = findOnPath('curl')
  return path ? { path } : { missing: 'no curl on the PATH' }
}
