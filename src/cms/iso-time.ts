/** @param time milliseconds since 1970 */
export const isoTime = (time: number): string => new Date(time).toISOString()
