import type { SanitizedCollectionConfig, SanitizedConfig } from 'payload'

/**
 * Takes Payload's endpoints that have nothing to do here: without a job that repeats, that of schedules
 * answers 500; and a collection that fetches no pictures from addresses needs none for it.
 */
export function dropIdleEndpoints(config: SanitizedConfig): SanitizedConfig {
  const { tasks = [], workflows = [] } = config.jobs
  const repeats = [...tasks, ...workflows].some(({ schedule }) => schedule?.length)
  for (const collection of config.collections) {
    if (!collection.endpoints) continue
    collection.endpoints = collection.endpoints.filter(
      ({ path }) =>
        !(path === '/handle-schedules' && !repeats) &&
        !(path.startsWith('/paste-url') && !pastes(collection)),
    )
  }
  return config
}

const pastes = ({ upload }: SanitizedCollectionConfig): boolean =>
  Boolean(upload && typeof upload.pasteURL === 'object')
