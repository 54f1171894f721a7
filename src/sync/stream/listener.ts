/** A stream as the hub sees it. */
export type Listener = {
  /** Something has happened. */
  wake(): void
  /** Time for a sign of life; a reader that has taken nothing since the last one is cut off. */
  beat(): void
  /** Ends the stream in the middle. */
  cut(): void
}
