import { useCallback, useState } from 'react'

/** Does what an editor asks for, and keeps what went wrong with it, in the server's words, until something works. */
export function useAttempt() {
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  /** @returns whether it worked */
  const attempt = useCallback(async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    try {
      await work()
      setProblem(undefined)
      return true
    } catch (error) {
      setProblem((error as Error).message)
      return false
    } finally {
      setBusy(false)
    }
  }, [])
  const forget = useCallback(() => setProblem(undefined), [])
  return { attempt, forget, isBusy, problem }
}
