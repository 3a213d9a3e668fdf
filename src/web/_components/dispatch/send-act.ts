import type { DispatchView } from '#contract/dispatch.ts'
import type { DispatchAct } from '#core/dispatch/dispatch.ts'
import { client } from '#web/_lib/client.ts'
import type { Typed } from './act-dialog.tsx'

/** Does what was asked for, on the version that was seen. */
export async function sendAct(act: DispatchAct, view: DispatchView, typed: Typed): Promise<unknown> {
  const { commitment, version, people } = view
  const { note, org } = typed
  const about = { commitment, version, note }
  const supporting = typed.supporting.filter((each) => each !== org)
  const partyAt = (place: string) => (place === '' ? null : (people[Number(place)]?.party ?? null))
  switch (act) {
    case 'dispatch':
      return client.dispatch.handOut({ items: [{ commitment, version, org, supporting }], note })
    case 'reassign':
      return client.dispatch.reassign({ ...about, org, supporting })
    case 'withdraw':
      return client.dispatch.withdraw(about)
    case 'insist':
      return client.dispatch.insist(about)
    case 'refuse':
      return client.dispatch.refuse(about)
    case 'confirm':
    case 'refine': {
      const owner = partyAt(typed.owner)
      if (owner === null) return undefined
      const tasks = typed.tasks.map(({ words, by, who }) => ({ words, by, who: partyAt(who) }))
      return act === 'confirm' ? client.dispatch.confirm({ ...about, owner, tasks }) : client.dispatch.refine({ ...about, owner, tasks })
    }
  }
}
