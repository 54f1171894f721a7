import { useEffect } from 'react'

const name = 'handbill:reviewed'

/** Tells the parts of the page that the document has gone on in its review. */
export const tellReviewed = (): boolean => window.dispatchEvent(new Event(name))

export function useReviewed(onReviewed: () => void): void {
  useEffect(() => {
    window.addEventListener(name, onReviewed)
    return () => window.removeEventListener(name, onReviewed)
  }, [onReviewed])
}
