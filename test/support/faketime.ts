import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { canInstallPackages, installPackage, type Provided } from './commands.ts'

const libraries = '/usr/lib'

/** Finds the library that tells a program another time, or installs Debian's where that needs no password. */
export async function provideFaketime(): Promise<Provided> {
  try {
    if (!find() && canInstallPackages()) await installPackage('libfaketime')
    const path = find()
    return path ? { path } : { missing: 'no libfaketime: install Debian’s package of that name' }
  } catch (error) {
    return { missing: `no libfaketime: ${(error as Error).message}` }
  }
}

/** In the folder of the machine's kind of processor. */
function find(): string | undefined {
  if (!existsSync(libraries)) return undefined
  return readdirSync(libraries)
    .map((kind) => join(libraries, kind, 'faketime/libfaketimeMT.so.1'))
    .find(existsSync)
}
