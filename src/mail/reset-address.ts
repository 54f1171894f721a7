import type { Payload } from 'payload'

export const publicUrlKey = 'mailPublicUrl'

/** Where the password of an account is set with a token. Never taken from a request, whose host may lie. */
export function resetAddress({ config }: Pick<Payload, 'config'>, token: string): string {
  const { admin, custom, routes } = config
  return `${custom?.[publicUrlKey]}${routes.admin}${admin.routes.reset}/${token}`
}
