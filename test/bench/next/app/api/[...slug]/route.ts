import { REST_GET } from '@payloadcms/next/routes'
import config from '../../../../../../src/cms/payload.config.ts'

export const GET = REST_GET(config)
