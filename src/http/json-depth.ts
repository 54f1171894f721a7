/** Whether JSON is nested deeper than so many levels; of what is no JSON it may say either. */
export function isDeeperThan(most: number, json: Uint8Array): boolean {
  let depth = 0
  let isText = false
  for (let i = 0; i < json.length; i++) {
    const byte = json[i]
    if (isText) {
      if (byte === backslash) i += 1
      else if (byte === quote) isText = false
    } else if (byte === quote) isText = true
    else if (byte === brace || byte === bracket) {
      depth += 1
      if (depth > most) return true
    } else if (byte === braceEnd || byte === bracketEnd) depth -= 1
  }
  return false
}

const [backslash, quote, brace, bracket, braceEnd, bracketEnd] = Buffer.from('\\"{[}]')
