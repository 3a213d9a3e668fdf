import { useSyncExternalStore } from 'react'

export type Language = 'zh' | 'en'

const KEY = 'language'
const listeners = new Set<() => void>()
let current: Language = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'
document.documentElement.lang = tagOf(current)

function tagOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en'
}

export function setLanguage(language: Language): void {
  current = language
  localStorage.setItem(KEY, language)
  document.documentElement.lang = tagOf(language)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language of the screen; Chinese unless the person chose English. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => current)
}

/** The catalog in the language of the screen. */
export function useText<T>(catalogs: Readonly<Record<Language, T>>): T {
  return catalogs[useLanguage()]
}
