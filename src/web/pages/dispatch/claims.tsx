import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClaimView, DispatchBoard } from '#contract/dispatch.ts'
import { HolderWords, holderLine } from '#web/_components/dispatch/holder-words.tsx'
import { useDispatchFailure } from '#web/_components/dispatch/use-text.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { useMay } from '#web/_lib/may.ts'
import { usePageText } from './use-text.ts'

/** Claimed by who looks, or perhaps theirs. */
const mine = (claim: ClaimView): boolean => claim.isMine || claim.suggested.some(({ isMe }) => isMe)
const isFree = ({ leader }: ClaimView): boolean => leader === null || leader.isVacant

interface ClaimsProps {
  readonly board: DispatchBoard
  readonly plan: NonNullable<DispatchBoard['plan']>
}

/** 认领: the findings of a plan by aspect; a leader claims those of their fields, the office enters what was claimed on paper. */
export function Claims({ board, plan }: ClaimsProps) {
  const text = usePageText()
  const failureText = useDispatchFailure()
  const cache = useQueryClient()
  const isOffice = useMay('dispatch:run')
  const mayClaim = useMay('claim:make') && (isOffice || board.me !== null)
  const [onlyMine, setOnlyMine] = useState(!isOffice && board.claims.some(mine))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [place, setPlace] = useState('')
  const leader = isOffice ? (board.leaders[Number(place)]?.party ?? null) : null
  const picked = board.claims.filter((claim) => chosen.has(claim.finding) && isFree(claim))
  const done = {
    onSuccess: () => setChosen(new Set()),
    onSettled: () => cache.invalidateQueries({ queryKey: ['dispatch'] }),
  }
  const claim = useMutation({
    mutationFn: (claims: readonly ClaimView[]) =>
      client.dispatch.claim({ plan, items: claims.map(({ finding, version }) => ({ finding, version })), leader }),
    ...done,
  })
  const giveBack = useMutation({
    mutationFn: ({ finding, version }: ClaimView) => client.dispatch.giveBack({ plan, finding, version, note: '' }),
    ...done,
  })
  const failed = claim.error ?? giveBack.error
  const shown = onlyMine ? board.claims.filter(mine) : board.claims
  const toggle = (finding: string): void => {
    const next = new Set(chosen)
    if (!next.delete(finding)) next.add(finding)
    setChosen(next)
  }
  return (
    <section>
      <div className="dispatch-bar">
        {isOffice ? (
          <label className="field">
            <span className="label">{text.forLeader}</span>
            <select className="input" value={place} onChange={(event) => setPlace(event.target.value)}>
              <option value="">{text.chooseLeader}</option>
              {board.leaders.map((option, index) => (
                <option key={String(index)} value={String(index)}>
                  {holderLine(option)}
                </option>
              ))}
            </select>
            <span className="hint">{text.forLeaderHint}</span>
          </label>
        ) : (
          <label>
            <input type="checkbox" checked={onlyMine} onChange={() => setOnlyMine(!onlyMine)} /> {text.onlyMine}
          </label>
        )}
        {mayClaim && picked.length > 0 ? (
          <button
            type="button"
            className="button primary"
            disabled={claim.isPending || (isOffice && place === '')}
            onClick={() => claim.mutate(picked)}
          >
            {text.claimSome(picked.length)}
          </button>
        ) : null}
      </div>
      <FailureNotice error={failed} words={failureText} />
      {shown.length === 0 ? <p className="quiet">{text.none.claims}</p> : null}
      {[...Map.groupBy(shown, ({ aspect }) => aspect)].map(([aspect, some]) => (
        <div key={aspect} className="dispatch-group">
          <h2 lang="zh-CN">{aspect}</h2>
          <ul className="dispatch-rows">
            {some.map((each) => {
              const words = each.words === '' ? each.aspect : each.words
              const free = isFree(each)
              return (
                <li key={each.finding} className={free ? '' : 'taken'}>
                  <div className="dispatch-row">
                    {free && mayClaim ? (
                      <input
                        type="checkbox"
                        aria-label={text.select(words)}
                        checked={chosen.has(each.finding)}
                        onChange={() => toggle(each.finding)}
                      />
                    ) : null}
                    <span lang="zh-CN" className="dispatch-words">
                      {words}
                    </span>
                    <span className="quiet">{text.count(each.commitments)}</span>
                    {free && mayClaim && !isOffice ? (
                      <button type="button" className="button" disabled={claim.isPending} onClick={() => claim.mutate([each])}>
                        {text.claim}
                      </button>
                    ) : null}
                    {!free && (each.isMine || isOffice) ? (
                      <button type="button" className="button quiet" disabled={giveBack.isPending} onClick={() => giveBack.mutate(each)}>
                        {text.giveBack}
                      </button>
                    ) : null}
                  </div>
                  <p className="dispatch-note">
                    {each.leader === null ? (
                      <strong>○ {text.unclaimed}</strong>
                    ) : (
                      <>
                        <strong>{each.leader.isVacant ? `○ ${text.vacant}` : `● ${text.claimedBy}`}</strong>{' '}
                        <HolderWords holder={each.leader} />
                      </>
                    )}
                    {free
                      ? each.suggested.map(({ leader: who, why, units, isMe }) => (
                          <span key={who.party.id} className={isMe ? 'tag me' : 'tag'} lang="zh-CN">
                            {`${who.names.join('、')}（${text.why[why]}${units.length > 0 ? ` ${units.join('、')}` : ''}）`}
                          </span>
                        ))
                      : null}
                  </p>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </section>
  )
}
