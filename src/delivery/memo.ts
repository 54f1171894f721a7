/** How many different arguments are remembered; clients send few, and an attacker gains nothing. */
const most = 500

/** Remembers what a pure function gave for a string such as a header, and forgets all when full. */
export function memo<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = compute(text)
    if (known.size >= most) known.clear()
    // A long header is not worth the memory.
    if (text.length <= 500) known.set(text, made)
    return made
  }
}
