/**
 * Whether to carry a context through asynchronous work (AsyncLocalStorage) has Node follow every promise and
 * tick of the whole process, as it does before Node 24.
 */
export const isContextCostly = Number(process.versions.node.split('.')[0]) < 24
