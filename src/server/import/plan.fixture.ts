import { bareReading } from '#core/draft/bare-reading.ts'
import type { Clause } from '#core/draft/clause.ts'
import type { DraftCommitment } from '#core/draft/draft.ts'
import type { Question, QuestionCode } from '#core/draft/question.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { Span } from '#core/text/span.ts'
import { implied, stated } from '#core/text/certain.ts'
import type { ReadPlan } from '#server/import/read-plan.ts'
import { savePlan } from '#server/import/save-plan.ts'
import { startImport } from '#server/import/start-import.ts'
import { jobContext } from '#server/jobs/context.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { digestOf } from '#server/authn/sessions/token.ts'
import { PASSWORD, type TestServer } from '#test/database/test-server.ts'

const text = `某院整改方案
一、整改措施
（一）聚焦学习
存在问题：研讨不够紧密。
1.改进学习。每年组织专题学习不少于12次，其中法治专题不少于4次。修订议事规则；定期跟踪问效。
（二）聚焦作风
存在问题：文多会多。
1.精简会议。会议数量保持合理水平，由办公室牵头。`

function spanOf(words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(words)
  return { start, end: start + words.length }
}

function clause(id: string, kind: Clause['kind'], marker: string, title: string, parent: string | null): Clause {
  return { id, kind, marker, title, parent, span: spanOf(`${marker}${title}`) }
}

function commitment(
  id: string,
  ref: string,
  clauseId: string,
  words: string,
  sentence: string,
  reading: Partial<Reading>,
): DraftCommitment {
  const span = spanOf(words)
  return {
    id,
    ref,
    clause: clauseId,
    span,
    anchor: span,
    sentence: spanOf(sentence),
    within: null,
    reading: { ...bareReading, ...reading },
  }
}

const yearly: Partial<Reading> = {
  kind: 'count',
  period: stated({ unit: 'year', every: 1 }, spanOf('每年')),
  comparator: stated('>=', spanOf('不少于')),
  value: stated('12', spanOf('12')),
  unit: stated('次', spanOf('次，')),
  leadOrgs: [implied('政治部', 'inherited-measure'), implied('研究室', 'inherited-measure')],
}
const first = '每年组织专题学习不少于12次，其中法治专题不少于4次。'

function question(id: string, code: QuestionCode, commitments: readonly string[], suggestions: readonly string[]): Question {
  return { id, code, commitments, span: null, params: {}, suggestions: suggestions.map((value) => ({ value, params: {} })) }
}

/** A small plan as it is read: two aspects, five commitments, five questions. */
export const smallPlan: ReadPlan = {
  document: {
    text,
    blocks: text.split('\n').map((line) => ({ kind: 'paragraph', span: spanOf(line) })),
    revisions: [],
  },
  draft: {
    title: '某院整改方案',
    clauses: [
      clause('c0', 'part', '一、', '整改措施', null),
      clause('c1', 'aspect', '（一）', '聚焦学习', 'c0'),
      clause('c2', 'finding', '存在问题：', '研讨不够紧密。', 'c1'),
      clause('c3', 'measure', '1.', '改进学习', 'c1'),
      clause('c4', 'aspect', '（二）', '聚焦作风', 'c0'),
      clause('c5', 'finding', '存在问题：', '文多会多。', 'c4'),
      clause('c6', 'measure', '1.', '精简会议', 'c4'),
    ],
    commitments: [
      commitment('k0', '1-1-1', 'c3', '每年组织专题学习不少于12次', first, { ...yearly, object: stated('专题学习', spanOf('专题学习')) }),
      { ...commitment('k1', '1-1-2', 'c3', '不少于4次', first, { ...yearly, value: stated('4', spanOf('4')) }), within: 'k0' },
      commitment('k2', '1-1-3', 'c3', '修订议事规则', '修订议事规则；', { nature: implied('immediate', 'inherited-measure') }),
      commitment('k3', '1-1-4', 'c3', '定期跟踪问效', '定期跟踪问效。', { kind: 'undefined' }),
      commitment('k4', '2-1-1', 'c6', '会议数量保持合理水平', '会议数量保持合理水平，由办公室牵头。', {
        kind: 'undefined',
        leadOrgs: [stated('办公室', spanOf('办公室'))],
      }),
    ],
    questions: [
      question('q0', 'in-force', [], []),
      question('q1', 'immediate-limit', [], ['30']),
      question('q2', 'each-or-whole', ['k0'], ['org', 'per-member']),
      question('q3', 'definition', ['k4'], []),
      question('q4', 'due-on', ['k2'], []),
    ],
    diagnostics: [],
  },
}

/** Saves a plan as an import would, without reading a file; gives its id. */
export async function storePlan(
  { database, clock, files, jobs }: TestServer,
  accountId: string,
  read: ReadPlan = smallPlan,
): Promise<string> {
  const { db } = database
  const { jurisdictionId } = await db.selectFrom('account').select('jurisdictionId').where('id', '=', accountId).executeTakeFirstOrThrow()
  const context = await jobContext({ db, clock: clock.now, newId: uuidv7, files }, { accountId, jurisdictionId, requestId: 'test' })
  const file = await files.receive(Buffer.from(read.document.text))
  const { importId } = await startImport({ ...context, jobs }, file, '某院整改方案.txt')
  await savePlan(context, importId, read)
  const { planId } = await db
    .selectFrom('planImport')
    .select('planId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', '=', importId)
    .executeTakeFirstOrThrow()
  if (planId === null) throw new Error('no plan was saved')
  return planId
}

/** Sets up a second jurisdiction on the same server and gives the cookie of its account. */
export async function otherCourt({ database, clock, ask }: TestServer): Promise<string> {
  const token = 'another-court'
  await database.db
    .insertInto('setupToken')
    .values({ tokenDigest: digestOf(token), createdAt: clock.now() })
    .execute()
  const answer = await ask('POST', '/api/setup', { token, jurisdiction: '邻市法院', name: '李四', login: 'lisi', password: PASSWORD })
  if (answer.cookie === null) throw new Error(`set-up answered ${answer.status} ${answer.code}`)
  return answer.cookie
}
