import type { Payload } from 'payload'

export const publicUrlKey = 'mailPublicUrl'

/** Where the password of an account is set with a token. Never taken from a request, whose host may lie. */
export function resetAddress({ config }: Pick<Payload, 'config'>, token: string): string {
  return adminAddress({ config }, `${config.admin.routes.reset}/${token}`)
}

/** Where a page of the admin is. */
export const adminAddress = ({ config }: Pick<Payload, 'config'>, path: string): string =>
  `${config.custom?.[publicUrlKey]}${config.routes.admin}${path}`
