import { firstAdmin } from '../../src/cms/first-admin.ts'
import { createService } from '../../src/service.ts'
import { readSettings } from '../../src/settings.ts'

const settings = readSettings()
const service = await createService(settings)
await firstAdmin(service.payload, settings)
await service.listen()
process.on('SIGTERM', () => void service.close().then(() => process.exit(0)))
