import { expect, test } from 'vitest'
import { isWithinScope, permissions } from '#core/access/policy.ts'
import { isTest, sourcesOf, withoutComments } from '#test/architecture/sources.ts'

const server = sourcesOf('src/server/**/*.ts')
  .filter(({ file }) => !isTest(file))
  .map(({ file, text }) => ({ file, code: withoutComments(text) }))

/** Files that may open a transaction themselves, and why. */
const OWN_TRANSACTION: Readonly<Record<string, string>> = {
  'src/server/verb/change.ts': 'the door itself',
  'src/server/backup/load-tables.ts': 'no verb: puts back what was journalled when it was written',
  'src/server/db/migrate.ts': 'no verb',
  'src/server/account/disable-idle.ts': 'nobody’s act: what nobody uses; writes the journal entries itself',
  'src/server/authn/recover.ts': 'done at the machine itself, where nobody is signed in; writes the journal entry itself',
  'src/server/authn/guessing/record-failed-sign-in.ts': 'nobody is signed in; writes the journal entry itself',
  'src/server/files/stored-file.ts': 'bytes go after the journalled discarding is committed; writes no row',
  'src/server/import/resume-imports.ts': 'queues again what a crash interrupted; the work itself is journalled',
  'src/server/journal/give.ts': 'the export is journalled before it; a stream outlives the door',
  'src/server/journal/verify-stored.ts': 'reads the whole journal for the operator; writes nothing',
  'src/server/journal/seal.ts': 'nobody’s act: seals what the journal holds already',
  'src/server/ledger/edition.ts': 'nobody’s act: figures of a past day are worked out and kept for a while, never entered',
  'src/server/ledger/run-job.ts': 'the same, by a job',
  'src/server/occurrence/every-jurisdiction.ts': 'nobody’s act: works out what the day changes; occurrences are kept, never entered',
  'src/server/dispatch/daily.ts': 'nobody’s act: names who holds a post from the day that was entered before',
  'src/server/personal/erase.ts': 'nobody’s act: what has reached its end; writes the journal entries itself',
  'src/server/record-import/resume.ts': 'queues again what a crash interrupted; the work itself is journalled',
  'src/server/plan-batch/resume.ts': 'queues again what a crash interrupted; what was taken stays, and each taking is journalled',
  'src/server/reminder/automatic.ts': 'nobody’s act: what the rhythm asks for; writes the journal entry itself',
  'src/server/digest/send.ts': 'nobody’s act: hands over what each may see, asked as they would',
  'src/server/setup/prepare.ts': 'before there is a jurisdiction, so before there is a journal',
}
/** Files that may use the plain database, outside a change or a view, and why. */
const PLAIN_DATABASE: Readonly<Record<string, string>> = {
  ...OWN_TRANSACTION,
  'src/server/access/person-of.ts': 'who it is that asks, before anything is asked',
  'src/server/authn/guessing/attempt.ts': 'must count even when the sign-in is refused',
  'src/server/authn/sessions/session.ts': 'sessions are no business data; the verbs journal their beginning and end',
  'src/server/authn/elsewhere/identity.ts': 'who it is that asks, before anything is asked',
  'src/server/authn/elsewhere/sign-in.ts': 'a sign-in under way is no business data; its end is journalled',
  'src/server/authn/factor/challenge.ts': 'a nonce is no business data; what it opens is journalled',
  'src/server/authn/factor/load.ts': 'asked before the change begins: comparing secrets is slow',
  'src/server/authn/factor/totp.ts': 'reads the seed before the change begins: a guess counts even when it is refused',
  'src/server/authn/factor/consume-code.ts': 'a code is used up even when what it opens is refused',
  'src/server/authn/password/change-password.ts': 'compares former passwords before the change begins: hashing is slow',
  'src/server/substitution/acting.ts': 'who it is that asks, before anything is asked',
  'src/server/digest/delivery.ts': 'how far messages are; nothing that anybody entered',
  'src/server/setup/mode.ts': 'how the installation runs, before anybody is signed in',
  'src/server/setup/complete.ts': 'compares the link before the change begins',
  'src/server/import/state.ts': 'progress of a running import; its beginning and end are journalled',
  'src/server/record-import/progress.ts': 'progress of a running import; its beginning and end are journalled',
  'src/server/draw/progress.ts': 'progress of a running draw; its end is journalled',
  'src/server/jobs/context.ts': 'looks up who the job acts for',
}
const PLATFORM = /^src\/server\/(?:(?:archive|backup|db|jobs|live|operations|postgres)\/|journal\/sealer\.ts$)/

const scoped = permissions.filter(isWithinScope)

const OPENS_A_TRANSACTION = /\.transaction\(\)|\.startTransaction\(\)|'BEGIN'/
const REACHES_AROUND = /\b(?:db|pool)\s*\.(?:insertInto|updateTable|deleteFrom|mergeInto|selectFrom|with|query)\b/

/** The text of each call of a function, from its name to its closing parenthesis. */
function callsOf(code: string, name: string): string[] {
  return [...code.matchAll(new RegExp(`(?<![.\\w])(?<!function )${name}(?:<[^>()]*>)?\\(`, 'g'))].flatMap(({ index }) => {
    let depth = 0
    for (let at = code.indexOf('(', index); at < code.length; at += 1) {
      if (code[at] === '(') depth += 1
      if (code[at] === ')') depth -= 1
      if (depth === 0) return [code.slice(index, at + 1)]
    }
    return []
  })
}

/** Calls in files that import the door: of `change`, those without both allow and record; of `view`, those without allow. */
function unguarded(files: readonly { file: string; code: string }[]): string[] {
  return files.flatMap(({ file, code }) => {
    if (!/from '#server\/verb\/change\.ts'/.test(code)) return []
    const changes = callsOf(code, 'change').filter((call) => !/\ballow\(/.test(call) || !/\brecord\(/.test(call))
    const views = callsOf(code, 'view').filter((call) => !/\ballow\(/.test(call))
    return [...changes, ...views].map((call) => `${file}: ${call.slice(0, 60)}`)
  })
}

test('every change asks the policy and writes the journal, every view asks the policy', () => {
  expect(unguarded(server)).toEqual([])
})

/** Verbs that hand out only what is everybody's, though others of their permission do not, and why. */
const WITHOUT_SCOPE: Readonly<Record<string, string>> = {
  'src/server/access/personal.ts': 'tells the journal of what was seen by the scope already',
  'src/server/ledger/saved-views.ts': 'one’s own saved views',
  'src/server/record/parties.ts': 'the organisation is everybody’s to read',
  'src/server/record/setting.ts': 'one number of the whole jurisdiction',
}

/** Changes and views that ask a permission which is given within a scope, but never ask for that. */
function unscoped(files: readonly { file: string; code: string }[]): string[] {
  return files.flatMap(({ file, code }) =>
    [...callsOf(code, 'change'), ...callsOf(code, 'view')]
      .filter((call) => [...call.matchAll(/\ballow\('([^']+)'\)/g)].some(([, name]) => scoped.some((permission) => permission === name)))
      .filter((call) => !/\bscope\(\)|\bsight\b/.test(call))
      .map((call) => `${file}: ${call.slice(0, 60)}`),
  )
}

test('whatever is given within a scope only asks for it', () => {
  expect(scoped.length).toBeGreaterThan(5)
  expect(unscoped(server.filter(({ file }) => !(file in WITHOUT_SCOPE)))).toEqual([])
})

test('finds a view without its scope', () => {
  const code = "view(context, async ({ tx, allow }) => { allow('ledger:read'); return tx.selectFrom('ledgerEntry') })"
  expect(unscoped([{ file: 'x.ts', code }])).toHaveLength(1)
})

test('there are changes to look at', () => {
  expect(server.flatMap(({ code }) => callsOf(code, 'change')).length).toBeGreaterThan(3)
})

test.for([
  'change(context, async ({ tx, record }) => { await record({ verb: "x" }) })',
  'change(context, async ({ tx, allow }) => { allow("x") })',
  'view(context, async ({ tx }) => tx.selectFrom("plan"))',
])('finds %s', (code) => {
  expect(unguarded([{ file: 'x.ts', code: `import { change, view } from '#server/verb/change.ts'\n${code}` }])).toHaveLength(1)
})

test('only the door opens a transaction', () => {
  const found = server.filter(({ file, code }) => OPENS_A_TRANSACTION.test(code) && !(file in OWN_TRANSACTION))
  expect(found.map(({ file }) => file)).toEqual([])
})

test('no verb reaches around the scoped transaction', () => {
  const found = server.filter(({ file, code }) => REACHES_AROUND.test(code) && !(file in PLAIN_DATABASE) && !PLATFORM.test(file))
  expect(found.map(({ file }) => file)).toEqual([])
})

test('only set-up and sign-in are open to those not signed in', () => {
  const found = server.filter(({ code }) => /import \{[^}]*\bopen\b[^}]*\} from '#server\/http\/implementer\.ts'/.test(code))
  expect(found.map(({ file }) => file)).toEqual([
    'src/server/authn/elsewhere/router.ts',
    'src/server/authn/router.ts',
    'src/server/setup/router.ts',
  ])
})

test('the database driver is known to the platform only', () => {
  const found = server.filter(({ file, code }) => /from 'pg(-boss)?'/.test(code) && !PLATFORM.test(file))
  expect(found.map(({ file }) => file)).toEqual([])
})

test.for([
  [OWN_TRANSACTION, OPENS_A_TRANSACTION],
  [PLAIN_DATABASE, new RegExp(`${OPENS_A_TRANSACTION.source}|${REACHES_AROUND.source}`)],
] as const)('every exception is still needed', ([excused, pattern]) => {
  const needed = server.filter(({ code }) => pattern.test(code)).map(({ file }) => file)
  expect(Object.keys(excused).filter((file) => !needed.includes(file))).toEqual([])
})
