import type { Tag } from '../changes/tags.ts'

/** How many tags are remembered, about as many as changes arrive while the slowest answer is made. */
const most = 10_000

/**
 * Which tags were touched lately, so that an answer whose making a change overtook is not kept.
 * A moment is the number of times that changes were applied before it.
 */
export function createAppliedChanges() {
  // In the order of the last touch: the first is the one to forget.
  const touched = new Map<Tag, number>()
  let now = 0
  /** What began before this moment may have been touched by what is forgotten. */
  let rememberedSince = 0
  return {
    moment: (): number => now,

    /** Begins a new moment, in which these tags are touched. */
    touch(tags: Iterable<Tag>): void {
      now += 1
      for (const tag of tags) {
        touched.delete(tag)
        touched.set(tag, now)
      }
      for (const [tag, moment] of touched) {
        if (touched.size <= most) break
        touched.delete(tag)
        rememberedSince = moment
      }
    },

    /** Begins a new moment, in which everything is touched. */
    touchAll(): void {
      now += 1
      touched.clear()
      rememberedSince = now
    },

    /** Whether one of the tags was touched after the moment, or may have been. */
    isTouchedSince(moment: number, tags: Iterable<Tag>): boolean {
      if (moment < rememberedSince) return true
      for (const tag of tags) if ((touched.get(tag) ?? 0) > moment) return true
      return false
    },
  }
}

export type AppliedChanges = ReturnType<typeof createAppliedChanges>
