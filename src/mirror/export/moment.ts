import type { ChangeLog } from '../../changes/change-log.ts'

const batch = 1000

/** When the public last saw a change of any of these documents (`collection/id`), by the change log. */
export async function lastChangeOf(
  log: ChangeLog,
  ids: ReadonlySet<string>,
): Promise<string | null> {
  let newest: string | null = null
  for (let after = 0; ; ) {
    const changes = await log.readAfter(after, batch)
    for (const { collection, id, at } of changes) {
      if (ids.has(`${collection}/${id}`) && (newest === null || at > newest)) newest = at
    }
    const last = changes.at(-1)
    if (!last) return newest
    after = last.sequence
  }
}
