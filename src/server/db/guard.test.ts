import { CamelCasePlugin, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import { expect, test } from 'vitest'
import { jurisdictionGuard } from '#server/db/guard.ts'

interface Row {
  jurisdictionId: string
  id: string
  parentId: string
  at: string
}
interface Tables {
  plan: Row
  workStep: Row
  person: { id: string; name: string }
}

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (inner) => new PostgresIntrospector(inner),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [jurisdictionGuard(new Set(['plan', 'work_step'])), new CamelCasePlugin()],
})
const J = '0198f4a0-0000-7000-8000-000000000001'
const OTHER = '0198f4a0-0000-7000-8000-000000000002'
const row = { jurisdictionId: J, id: 'a', parentId: 'b', at: '2026-01-01T00:00:00Z' }

interface Compilable {
  compile: () => unknown
}
const good: [string, () => Compilable][] = [
  ['one table', () => db.selectFrom('plan').selectAll().where('jurisdictionId', '=', J)],
  ['no owned table', () => db.selectFrom('person').selectAll()],
  [
    'join by key',
    () =>
      db
        .selectFrom('plan as p')
        .innerJoin('workStep as s', (join) => join.onRef('s.jurisdictionId', '=', 'p.jurisdictionId').onRef('s.parentId', '=', 'p.id'))
        .select('s.id')
        .where('p.jurisdictionId', '=', J),
  ],
  [
    'left join by key',
    () =>
      db
        .selectFrom('plan as p')
        .leftJoin('workStep as s', (join) => join.onRef('s.jurisdictionId', '=', 'p.jurisdictionId').onRef('s.parentId', '=', 'p.id'))
        .select('s.id')
        .where('p.jurisdictionId', '=', J),
  ],
  [
    'sub-select with its own value',
    () =>
      db
        .selectFrom('plan as p')
        .select((eb) => [
          'p.id',
          eb
            .selectFrom('workStep as s')
            .select((inner) => inner.fn.countAll<string>().as('n'))
            .where('s.jurisdictionId', '=', J)
            .whereRef('s.parentId', '=', 'p.id')
            .as('steps'),
        ])
        .where('p.jurisdictionId', '=', J),
  ],
  ['insert', () => db.insertInto('plan').values([row, { ...row, id: 'c' }])],
  ['update', () => db.updateTable('workStep').set({ at: row.at }).where('jurisdictionId', '=', J)],
  ['delete', () => db.deleteFrom('workStep').where('jurisdictionId', '=', J)],
  [
    'with',
    () =>
      db
        .with('x', (inner) => inner.selectFrom('plan').selectAll().where('jurisdictionId', '=', J))
        .selectFrom('x')
        .selectAll(),
  ],
  [
    'raw expression',
    () =>
      db
        .selectFrom('plan')
        .select(sql<number>`count(*) filter (where at > ${row.at})`.as('n'))
        .where('jurisdictionId', '=', J),
  ],
]
const bad: [string, () => Compilable][] = [
  ['no filter', () => db.selectFrom('plan').selectAll()],
  ['camel-case table', () => db.selectFrom('workStep').selectAll()],
  ['by id alone', () => db.deleteFrom('plan').where('id', '=', 'a')],
  ['empty value', () => db.selectFrom('plan').selectAll().where('jurisdictionId', '=', '')],
  [
    'either or',
    () =>
      db
        .selectFrom('plan')
        .selectAll()
        .where((eb) => eb.or([eb('jurisdictionId', '=', J), eb('id', '=', 'a')])),
  ],
  ['not equal', () => db.selectFrom('plan').selectAll().where('jurisdictionId', '!=', J)],
  ['a list', () => db.selectFrom('plan').selectAll().where('jurisdictionId', 'in', [J])],
  [
    'session setting',
    () =>
      db
        .selectFrom('plan')
        .selectAll()
        .where('jurisdictionId', '=', sql<string>`current_setting('app.j')`),
  ],
  [
    'join by id only',
    () => db.selectFrom('plan as p').innerJoin('workStep as s', 's.parentId', 'p.id').select('s.id').where('p.jurisdictionId', '=', J),
  ],
  [
    'pin on the wrong side of a left join',
    () =>
      db
        .selectFrom('plan as p')
        .leftJoin('workStep as s', (join) => join.onRef('s.jurisdictionId', '=', 'p.jurisdictionId').on('p.jurisdictionId', '=', J))
        .select('s.id'),
  ],
  [
    'sub-select pinned to the outer level only',
    () =>
      db
        .selectFrom('plan as p')
        .select((eb) =>
          eb
            .selectFrom('workStep as s')
            .select((inner) => inner.fn.countAll<string>().as('n'))
            .whereRef('s.jurisdictionId', '=', 'p.jurisdictionId')
            .as('steps'),
        )
        .where('p.jurisdictionId', '=', J),
  ],
  [
    'two jurisdictions',
    () =>
      db
        .selectFrom('plan')
        .selectAll()
        .where('jurisdictionId', '=', J)
        .union(db.selectFrom('plan').selectAll().where('jurisdictionId', '=', OTHER)),
  ],
  ['insert for two jurisdictions', () => db.insertInto('plan').values([row, { ...row, jurisdictionId: OTHER }])],
  ['change of jurisdiction', () => db.updateTable('plan').set({ jurisdictionId: OTHER }).where('jurisdictionId', '=', J)],
  [
    'volatile function',
    () =>
      db
        .updateTable('plan')
        .set({ at: sql<string>`now()` })
        .where('jurisdictionId', '=', J),
  ],
  [
    'volatile function on conflict',
    () =>
      db
        .insertInto('plan')
        .values(row)
        .onConflict((oc) => oc.columns(['jurisdictionId', 'id']).doUpdateSet({ at: sql<string>`now()` })),
  ],
  [
    'unguarded with',
    () =>
      db
        .with('x', (inner) => inner.selectFrom('plan').selectAll())
        .selectFrom('x')
        .selectAll(),
  ],
  ['raw table', () => ({ compile: () => sql`select * from work_step`.compile(db) })],
  ['raw table node', () => ({ compile: () => sql`select * from ${sql.table('plan')}`.compile(db) })],
  ['merge', () => db.mergeInto('plan').using('person', 'person.id', 'plan.id').whenMatched().thenDelete()],
]

test.for(good)('passes: %s', ([, query]) => {
  expect(query().compile()).toMatchObject({ sql: expect.any(String) })
})
test.for(bad)('refuses: %s', ([, query]) => {
  expect(() => query().compile()).toThrow('jurisdiction guard')
})

test('an actor never names a jurisdiction but their own', () => {
  const own = db
    .withoutPlugins()
    .withPlugin(jurisdictionGuard(new Set(['plan', 'work_step']), J))
    .withPlugin(new CamelCasePlugin())
  expect(own.selectFrom('plan').selectAll().where('jurisdictionId', '=', J).compile().sql).toContain('jurisdiction_id')
  for (const query of [
    own.selectFrom('plan').selectAll().where('jurisdictionId', '=', OTHER),
    own.insertInto('workStep').values({ ...row, jurisdictionId: OTHER }),
  ])
    expect(() => query.compile()).toThrow('another jurisdiction')
})
