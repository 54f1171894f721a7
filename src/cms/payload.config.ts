import { readSettings } from '../settings.ts'
import { createConfig } from './config.ts'

/** The config for Payload's own tools: types, import map, migrations. */
export default createConfig(readSettings())
