import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every program starts in the checkout; the compiled one lies elsewhere than its sources. */
const root = process.cwd()

export const inCheckout = (path: string): string => join(root, path)

export const readText = (path: string): Promise<string> => readFile(inCheckout(path), 'utf8')
