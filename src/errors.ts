/**
 * A mistake that the person who starts the program can mend: a setting, an argument, a file.
 * Programs print its message as it is, without a stack, and exit with code 1.
 */
export class UsageError extends Error {
  override name = 'UsageError'
}
