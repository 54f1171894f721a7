/**
 * Has V8 compile `process.nextTick` while little has been loaded. A response takes some five ticks; first
 * compiled in a process as large as ours, each takes 200 ns and more for good, instead of 50. Why was not
 * found out: `docs/decisions/2026-11-24-delivery.md` says how it was measured.
 *
 * Takes a few milliseconds.
 */
export const warmUp = () =>
  new Promise((resolve) => {
    let left = 100
    const tick = () => {}
    const batch = () => {
      for (let i = 0; i < 1000; i++) process.nextTick(tick)
      left -= 1
      process.nextTick(left > 0 ? batch : resolve)
    }
    batch()
  })
