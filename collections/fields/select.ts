import type { Option } from 'payload'

/** Options whose label is the value with a capital: `partly-met` is shown as "Partly met". */
export function options(...values: string[]): Option[] {
  return values.map((value) => ({
    value,
    label: (value.charAt(0).toUpperCase() + value.slice(1)).replaceAll('-', ' '),
  }))
}
