import { createContext, use } from 'react'
import { useReadingWords, type ReadingWords } from '#web/_words/reading/words.ts'
import { useText } from '#web/_lib/language.ts'
import type { PageAction } from './model/state.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

/** Tells the page what the person did. */
export const Dispatch = createContext<(action: PageAction) => void>(() => {})

export function useDispatch(): (action: PageAction) => void {
  return use(Dispatch)
}

/** The words of the page and of readings. */
export function usePlanText(): { readonly text: Text; readonly words: ReadingWords } {
  return { text: useText({ zh, en }), words: useReadingWords() }
}
