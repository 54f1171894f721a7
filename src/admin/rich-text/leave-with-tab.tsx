'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { $isListItemNode } from '@payloadcms/richtext-lexical/lexical/list'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { $findMatchingParent, mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { useEffect } from 'react'
import { richTextWords } from '../words/rich-text.ts'
import { useWords } from '../words/use-words.ts'

/**
 * Lets Tab lead out of a text, where Payload's editor keeps whoever has no mouse. In a list it goes on
 * indenting, unless Escape was pressed before.
 */
function LeaveWithTabPlugin() {
  const [editor] = useLexicalComposerContext()
  const words = useWords(richTextWords)
  useEffect(() => {
    let isLeaving = false
    return mergeRegister(
      editor.registerRootListener((root) => root?.setAttribute('aria-description', words.leave)),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        () => {
          isLeaving = true
          return false
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_TAB_COMMAND,
        () => {
          const leaves = isLeaving || !isInList()
          isLeaving = false
          // What is handled goes no further here, and the browser moves the focus.
          return leaves
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size + dirtyLeaves.size > 0) isLeaving = false
      }),
    )
  }, [editor, words])
  return null
}

/** Asked in a command, where the selection may be read. */
function isInList(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  return $findMatchingParent(selection.anchor.getNode(), $isListItemNode) !== null
}

export const LeaveWithTab = createClientFeature({
  plugins: [{ Component: LeaveWithTabPlugin, position: 'normal' }],
})
