import { useState } from 'react'
import type { DispatchBoard } from '#contract/dispatch.ts'
import { HolderWords, holderLine } from '#web/_components/dispatch/holder-words.tsx'
import { useDispatchFailure } from '#web/_components/dispatch/use-text.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { useMay } from '#web/_lib/may.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { usePageText } from './use-text.ts'

/** 第一责任人 of the plan; the office names them. */
export function FirstResponsible({ board, plan }: { readonly board: DispatchBoard; readonly plan: NonNullable<DispatchBoard['plan']> }) {
  const text = usePageText()
  const failureText = useDispatchFailure()
  const mayRun = useMay('dispatch:run')
  const { holder, version, suggested } = board.first
  const options = [...suggested, ...board.leaders.filter(({ party }) => suggested.every((each) => each.party.id !== party.id))]
  const [isOpen, setIsOpen] = useState(false)
  const [place, setPlace] = useState('0')
  const set = useAct(
    ['dispatch'],
    async () => {
      const party = options[Number(place)]?.party
      return party === undefined ? null : client.dispatch.setFirst({ plan, version, party })
    },
    () => setIsOpen(false),
  )
  const isChoosing = mayRun && (isOpen || holder === null)
  return (
    <div className="dispatch-first">
      <span className="label">{text.first}</span>
      {holder === null ? <span>{text.firstNone}</span> : <HolderWords holder={holder} />}
      {isChoosing ? (
        <>
          <select className="input" aria-label={text.first} value={place} onChange={(event) => setPlace(event.target.value)}>
            {options.map((option, index) => (
              <option key={String(index)} value={String(index)}>
                {holderLine(option)}
              </option>
            ))}
          </select>
          <button type="button" className="button" disabled={set.isPending || options.length === 0} onClick={() => set.mutate()}>
            {text.setFirst}
          </button>
        </>
      ) : mayRun ? (
        <button type="button" className="button quiet small" onClick={() => setIsOpen(true)}>
          {text.changeFirst}
        </button>
      ) : null}
      <FailureNotice error={set.error} words={failureText} />
    </div>
  )
}
