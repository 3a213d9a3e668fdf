import { useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { titleIn } from './model/names.ts'
import { registersKey, type RegistersView } from './use-registers.ts'
import { useRegistersText } from './use-text.ts'

/** The pack the jurisdiction uses; the office may choose another while nothing was entered. */
export function PackChoice({ view, isOffice }: { readonly view: RegistersView; readonly isOffice: boolean }) {
  const text = useRegistersText()
  const language = useLanguage()
  const failureText = useFailureText()
  const [isOpen, setIsOpen] = useState(false)
  const choose = async (pack: string): Promise<void> => {
    try {
      await client.register.choosePack({ pack, version: view.version })
      tell('done', text.chosen)
      setIsOpen(false)
    } catch (error) {
      tell('error', failureText(error))
    } finally {
      await queries.invalidateQueries({ queryKey: registersKey })
    }
  }
  return (
    <span className="pack">
      {text.pack}
      {titleIn(language, view.pack)}
      {isOffice ? (
        <button type="button" className="button small quiet" onClick={() => setIsOpen(true)}>
          {text.choosePack}
        </button>
      ) : null}
      {isOpen ? (
        <Dialog title={text.choosePack} onClose={() => setIsOpen(false)}>
          <div className="body">
            <p>{text.choosePackWords}</p>
            <ul className="pack-list">
              {view.packs.map((pack) => (
                <li key={pack.id}>
                  <button type="button" className="button" disabled={pack.id === view.pack.id} onClick={() => void choose(pack.id)}>
                    {titleIn(language, pack)}
                    {pack.id === view.pack.id ? ` · ${text.inUse}` : ''}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </Dialog>
      ) : null}
    </span>
  )
}
