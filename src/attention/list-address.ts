import type { Condition } from './items.ts'

/** The address of a list in the admin that shows what meets the conditions. */
export function listAddress(
  admin: string,
  collection: string,
  any: readonly (readonly Condition[])[],
  locale?: string,
): string {
  const query = new URLSearchParams(locale ? { locale } : {})
  any.forEach((all, i) => {
    all.forEach(([field, operator, value], j) => {
      query.set(`where[or][${i}][and][${j}][${field}][${operator}]`, String(value))
    })
  })
  return `${admin}/collections/${collection}?${query}`
}
