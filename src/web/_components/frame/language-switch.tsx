import { Icon } from '#web/_components/icon.tsx'
import { setLanguage, useLanguage, useText } from '#web/_lib/language.ts'
import { dismissAll } from '#web/_lib/toast.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

export function LanguageSwitch() {
  const language = useLanguage()
  const text = useText({ zh, en })
  return (
    <button
      type="button"
      className="plain language"
      aria-label={text.languageLabel}
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => {
        dismissAll()
        setLanguage(language === 'zh' ? 'en' : 'zh')
      }}
    >
      <Icon name="language" />
      {text.language}
    </button>
  )
}
