import { ensureBuilt } from './build.ts'

await ensureBuilt({ onLine: (line) => console.log(line) })
console.log('The admin is built.')
