import { describeFormatError, type FormatErrorWords, receivedFormatError } from '#core/document/file-error-words.ts'
import { useLanguage, useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** Words an error of reading a file. */
export function useFileTrouble(): (code: string, params: Readonly<Record<string, string>>) => FormatErrorWords {
  const language = useLanguage()
  const text = useText({ zh, en })
  return (code, params) => {
    const error = receivedFormatError(code, params)
    return error === null ? { ...text, where: '' } : describeFormatError(error, language)
  }
}
