'use client'

import { useAuth } from '@payloadcms/ui'
import { SearchIcon } from '@payloadcms/ui/icons/Search'
import { useEffect, useRef, useState } from 'react'
import { searchWords } from '../words/search.ts'
import { useWords } from '../words/use-words.ts'
import { SearchResults } from './search-results.tsx'
import { useSearch } from './use-search.ts'
import './search.css'

/** At the top of every page: looks for words in all content. Ctrl+K opens it, too. */
export function Search() {
  const { user } = useAuth()
  const words = useWords(searchWords)
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const isAsked = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      // In a text the same keys make a link.
      const isInText = (event.target as HTMLElement).isContentEditable
      if (!isAsked || isInText || event.altKey || event.shiftKey) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', open)
    return () => window.removeEventListener('keydown', open)
  }, [])
  useEffect(() => {
    if (!isOpen) return dialog.current?.close()
    dialog.current?.showModal()
    // A dialog begins with its first button otherwise.
    dialog.current?.querySelector('input')?.focus()
  }, [isOpen])

  if (!user) return null
  return (
    <>
      <button
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        className="search-open"
        onClick={() => setOpen(true)}
        type="button"
      >
        <SearchIcon />
        <span className="search-open__label">{words.search}</span>
      </button>
      <dialog
        aria-label={words.search}
        className="search"
        onClose={() => setOpen(false)}
        ref={dialog}
      >
        {isOpen && <SearchForm onLeave={() => setOpen(false)} />}
      </dialog>
    </>
  )
}

function SearchForm({ onLeave }: { onLeave(): void }) {
  const words = useWords(searchWords)
  const [text, setText] = useState('')
  const found = useSearch(text)
  return (
    <search>
      <div className="search__head">
        <label htmlFor="search-words">{words.search}</label>
        <button className="search__close" onClick={onLeave} type="button">
          {words.close}
        </button>
      </div>
      <input
        aria-describedby="search-hint"
        autoComplete="off"
        id="search-words"
        maxLength={100}
        onChange={({ target }) => setText(target.value)}
        // A browser empties the field first, and would close the search the second time.
        onKeyDown={({ key }) => key === 'Escape' && onLeave()}
        type="search"
        value={text}
      />
      <p className="search__hint" id="search-hint">
        {words.hint}
      </p>
      <SearchResults found={found} onLeave={onLeave} />
    </search>
  )
}
