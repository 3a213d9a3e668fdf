import { Entered, type World } from '#test/leakage/build.ts'

/** The account whose person something is held about. */
const OBJECTING = 2

/** What is held about one person, entered by the keeper, and what the person says to it. */
export async function buildPersonal({ drawn, ids, ask, planted: { word } }: World): Promise<void> {
  const { keeper } = drawn
  const [about, account] = [drawn.accounts[OBJECTING]?.person ?? 0, ids.accounts[keeper]]
  await ask(0, 'POST', '/grants/clearances', { account, clearance: 'sensitive', reason: '干部人事工作需要' })
  const own = (): string => word({ of: 'personal', person: about })
  const entry = {
    org: ids.orgs.at(-1),
    occurredOn: { from: '2026-02-02', to: '2026-02-02' },
    subjects: [{ kind: 'person', id: ids.people[about] }],
    values: { kind: '正面', item: own(), basis: own() },
    state: 'submitted',
  }
  const { record } = Entered.parse(await ask(keeper, 'POST', '/registers/conduct-entry/records', entry))
  ids.records.push(record.id)
  await ask(OBJECTING, 'POST', `/about-me/${record.id}/objections`, { words: own() })
}
