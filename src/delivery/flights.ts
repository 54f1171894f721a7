/** One run for all who ask the same while it lasts. */
export function createFlights<T>() {
  const underWay = new Map<string, Promise<T>>()
  return {
    /** Joins the run under way for the key, or starts one. */
    join(key: string, start: () => Promise<T>): Promise<T> {
      const joined = underWay.get(key)
      if (joined) return joined
      const flight = start().finally(() => {
        if (underWay.get(key) === flight) underWay.delete(key)
      })
      underWay.set(key, flight)
      return flight
    },

    /** Nobody joins what is under way now. It goes on for those who did. */
    detach(): void {
      underWay.clear()
    },
  }
}
