/** One after the other, those that were in each other's way once are so no more. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>()

  /** @param name of what they were in each other's way at */
  async take<T>(name: string, run: () => Promise<T>): Promise<T> {
    const mine = (this.last.get(name) ?? Promise.resolve()).then(run)
    const ended = mine.catch(() => {})
    this.last.set(name, ended)
    try {
      return await mine
    } finally {
      if (this.last.get(name) === ended) this.last.delete(name)
    }
  }
}
