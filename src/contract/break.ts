/** A change that breaks a client. */
export type Break = { at: string; problem: string }

/** Whether a released description says that what it describes may be gone by today. */
export function isOver(described: object, today: string): boolean {
  const { deprecated, 'x-sunset': sunset } = described as {
    deprecated?: boolean
    'x-sunset'?: string
  }
  return deprecated === true && sunset !== undefined && sunset <= today
}
