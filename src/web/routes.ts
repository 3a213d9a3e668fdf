import { createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router'
import { Failed, NotFound } from '#web/_components/frame/trouble.tsx'
import { momentFrom, momentKeys, type MomentSearch } from '#web/_components/moment/search.ts'
import { calendarFrom } from '#web/pages/calendar/model/search.ts'
import { type Filters, filtersFrom } from '#web/pages/records/model/filters.ts'

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Failed })
const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: lazyRouteComponent(() => import('#web/_components/frame/frame.tsx'), 'Frame'),
})

/** A page that can show another moment: it stays the same from one of them to the next. */
const keepsMoment = { middlewares: [retainSearchParams<MomentSearch>([...momentKeys])] }

/** Only paths of our own: a link in `next` never leads to another site. */
function ownPath(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string; factor?: true } => {
    const next = ownPath(search['next'])
    return { ...(next === undefined ? {} : { next }), ...(search['factor'] === true ? { factor: true } : {}) }
  },
  component: lazyRouteComponent(() => import('#web/pages/sign-in/sign-in.tsx'), 'SignIn'),
})
const signInReturn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/return',
  component: lazyRouteComponent(() => import('#web/pages/sign-in/sign-in-return.tsx'), 'SignInReturn'),
})
const enrolFactor = createRoute({
  getParentRoute: () => root,
  path: '/second-factor',
  component: lazyRouteComponent(() => import('#web/pages/account-own/enrol-factor.tsx'), 'EnrolFactor'),
})
const ownAccount = createRoute({
  getParentRoute: () => framed,
  path: '/account',
  component: lazyRouteComponent(() => import('#web/pages/account-own/own-account.tsx'), 'OwnAccount'),
})
const sessions = createRoute({
  getParentRoute: () => framed,
  path: '/sessions',
  component: lazyRouteComponent(() => import('#web/pages/sessions/sessions.tsx'), 'Sessions'),
})
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('#web/pages/setup/setup.tsx'), 'Setup'),
})
const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  component: lazyRouteComponent(() => import('#web/pages/password/password.tsx'), 'Password'),
})
const home = createRoute({
  getParentRoute: () => framed,
  path: '/',
  validateSearch: momentFrom,
  search: keepsMoment,
  component: lazyRouteComponent(() => import('#web/pages/home/home.tsx'), 'Home'),
})
const plan = createRoute({
  getParentRoute: () => framed,
  path: '/plans/$planId',
  component: lazyRouteComponent(() => import('#web/pages/plan/plan.tsx'), 'Plan'),
})
const planBatches = createRoute({
  getParentRoute: () => framed,
  path: '/plan-batches',
  component: lazyRouteComponent(() => import('#web/pages/plan-batches/plan-batches.tsx'), 'PlanBatches'),
})
const planBatch = createRoute({
  getParentRoute: () => framed,
  path: '/plan-batches/$batchId',
  component: lazyRouteComponent(() => import('#web/pages/plan-batches/plan-batch.tsx'), 'PlanBatch'),
})
const phraseRules = createRoute({
  getParentRoute: () => framed,
  path: '/phrase-rules',
  component: lazyRouteComponent(() => import('#web/pages/phrase-rules/phrase-rules.tsx'), 'PhraseRules'),
})
const ledger = createRoute({
  getParentRoute: () => framed,
  path: '/ledger',
  validateSearch: (search: Record<string, unknown>): MomentSearch & { plan?: string } => ({
    ...momentFrom(search),
    ...(typeof search['plan'] === 'string' ? { plan: search['plan'] } : {}),
  }),
  search: keepsMoment,
  component: lazyRouteComponent(() => import('#web/pages/ledger/ledger.tsx'), 'Ledger'),
})
const legend = createRoute({
  getParentRoute: () => framed,
  path: '/legend',
  component: lazyRouteComponent(() => import('#web/pages/legend/legend.tsx'), 'Legend'),
})
const organisation = createRoute({
  getParentRoute: () => framed,
  path: '/organisation',
  validateSearch: (search: Record<string, unknown>): { org?: string; group?: string; names?: true; asOf?: string } => ({
    ...(typeof search['org'] === 'string' ? { org: search['org'] } : {}),
    ...(typeof search['group'] === 'string' ? { group: search['group'] } : {}),
    ...(search['names'] === true ? { names: true } : {}),
    ...(typeof search['asOf'] === 'string' && /^\d{4}-\d\d-\d\d$/.test(search['asOf']) ? { asOf: search['asOf'] } : {}),
  }),
  component: lazyRouteComponent(() => import('#web/pages/organisation/organisation.tsx'), 'Organisation'),
})
const newRegister = createRoute({
  getParentRoute: () => framed,
  path: '/registers/new',
  component: lazyRouteComponent(() => import('#web/pages/registers/definition/definition.tsx'), 'NewDefinition'),
})
const definition = createRoute({
  getParentRoute: () => framed,
  path: '/registers/$register/definition',
  component: lazyRouteComponent(() => import('#web/pages/registers/definition/definition.tsx'), 'Definition'),
})
const accounts = createRoute({
  getParentRoute: () => framed,
  path: '/accounts',
  component: lazyRouteComponent(() => import('#web/pages/accounts/accounts.tsx'), 'Accounts'),
})
const service = createRoute({
  getParentRoute: () => framed,
  path: '/service',
  component: lazyRouteComponent(() => import('#web/pages/service/service.tsx'), 'Service'),
})
const aboutMe = createRoute({
  getParentRoute: () => framed,
  path: '/about-me',
  component: lazyRouteComponent(() => import('#web/pages/about-me/about-me.tsx'), 'AboutMe'),
})
const marks = createRoute({
  getParentRoute: () => framed,
  path: '/marks',
  component: lazyRouteComponent(() => import('#web/pages/marks/marks.tsx'), 'Marks'),
})
const handover = createRoute({
  getParentRoute: () => framed,
  path: '/handover',
  component: lazyRouteComponent(() => import('#web/pages/handover/handover.tsx'), 'HandoverPage'),
})
const grants = createRoute({
  getParentRoute: () => framed,
  path: '/grants',
  component: lazyRouteComponent(() => import('#web/pages/grants/grants.tsx'), 'Grants'),
})

const journal = createRoute({
  getParentRoute: () => framed,
  path: '/journal',
  component: lazyRouteComponent(() => import('#web/pages/journal/journal.tsx'), 'Journal'),
})

const registers = createRoute({
  getParentRoute: () => framed,
  path: '/registers',
  validateSearch: momentFrom,
  search: keepsMoment,
  component: lazyRouteComponent(() => import('#web/pages/registers/registers.tsx'), 'Registers'),
})

const periodLocks = createRoute({
  getParentRoute: () => framed,
  path: '/period-locks',
  component: lazyRouteComponent(() => import('#web/pages/period-locks/period-locks.tsx'), 'PeriodLocks'),
})

const reconciliations = createRoute({
  getParentRoute: () => framed,
  path: '/reconciliations',
  component: lazyRouteComponent(() => import('#web/pages/reconciliations/reconciliations.tsx'), 'Reconciliations'),
})
const reconciliation = createRoute({
  getParentRoute: () => framed,
  path: '/reconciliations/$reconciliationId',
  component: lazyRouteComponent(() => import('#web/pages/reconciliations/reconciliation.tsx'), 'ReconciliationPage'),
})

const closures = createRoute({
  getParentRoute: () => framed,
  path: '/closures',
  component: lazyRouteComponent(() => import('#web/pages/closures/closures.tsx'), 'Closures'),
})
const findings = createRoute({
  getParentRoute: () => framed,
  path: '/findings',
  validateSearch: (search: Record<string, unknown>): { plan?: string } =>
    typeof search['plan'] === 'string' ? { plan: search['plan'] } : {},
  component: lazyRouteComponent(() => import('#web/pages/findings/findings.tsx'), 'Findings'),
})
const closureLevels = createRoute({
  getParentRoute: () => framed,
  path: '/closure-levels',
  validateSearch: (search: Record<string, unknown>): { commitment?: string } =>
    typeof search['commitment'] === 'string' ? { commitment: search['commitment'] } : {},
  component: lazyRouteComponent(() => import('#web/pages/closure-levels/closure-levels.tsx'), 'ClosureLevelsPage'),
})
const dispatch = createRoute({
  getParentRoute: () => framed,
  path: '/dispatch',
  validateSearch: (search: Record<string, unknown>): { plan?: string } =>
    typeof search['plan'] === 'string' ? { plan: search['plan'] } : {},
  component: lazyRouteComponent(() => import('#web/pages/dispatch/dispatch.tsx'), 'DispatchPage'),
})
const difficulties = createRoute({
  getParentRoute: () => framed,
  path: '/difficulties',
  component: lazyRouteComponent(() => import('#web/pages/difficulties/difficulties.tsx'), 'Difficulties'),
})
const changes = createRoute({
  getParentRoute: () => framed,
  path: '/changes',
  component: lazyRouteComponent(() => import('#web/pages/changes/changes.tsx'), 'Changes'),
})
const draws = createRoute({
  getParentRoute: () => framed,
  path: '/draws',
  component: lazyRouteComponent(() => import('#web/pages/draws/draws.tsx'), 'Draws'),
})
const draw = createRoute({
  getParentRoute: () => framed,
  path: '/draws/$drawId',
  component: lazyRouteComponent(() => import('#web/pages/draws/draw.tsx'), 'DrawPage'),
})

const evidenceFolder = createRoute({
  getParentRoute: () => framed,
  path: '/evidence/folder',
  validateSearch: (search: Record<string, unknown>): { register?: string } =>
    typeof search['register'] === 'string' ? { register: search['register'] } : {},
  component: lazyRouteComponent(() => import('#web/pages/evidence-folder/evidence-folder.tsx'), 'EvidenceFolder'),
})
const recordImport = createRoute({
  getParentRoute: () => framed,
  path: '/registers/$register/import',
  component: lazyRouteComponent(() => import('#web/pages/record-import/record-import.tsx'), 'RecordImport'),
})

const counting = createRoute({
  getParentRoute: () => framed,
  path: '/plans/$planId/counting',
  component: lazyRouteComponent(() => import('#web/pages/counting/counting.tsx'), 'Counting'),
})
const revision = createRoute({
  getParentRoute: () => framed,
  path: '/plans/$planId/revisions/$id',
  component: lazyRouteComponent(() => import('#web/pages/revision/revision.tsx'), 'Revision'),
})
const carryOver = createRoute({
  getParentRoute: () => framed,
  path: '/plans/$planId/carry-over',
  component: lazyRouteComponent(() => import('#web/pages/carry-over/carry-over.tsx'), 'CarryOver'),
})
const commitment = createRoute({
  getParentRoute: () => framed,
  path: '/commitments/$id',
  validateSearch: momentFrom,
  search: keepsMoment,
  component: lazyRouteComponent(() => import('#web/pages/commitment/commitment.tsx'), 'Commitment'),
})

const quarterReport = createRoute({
  getParentRoute: () => framed,
  path: '/quarter-report',
  validateSearch: (search: Record<string, unknown>): { year?: number; quarter?: number } =>
    Number.isInteger(search['year']) && [1, 2, 3, 4].includes(Number(search['quarter']))
      ? { year: Number(search['year']), quarter: Number(search['quarter']) }
      : {},
  component: lazyRouteComponent(() => import('#web/pages/quarter-report/quarter-page.tsx'), 'QuarterPage'),
})

const timetable = createRoute({
  getParentRoute: () => framed,
  path: '/timetable',
  validateSearch: (search: Record<string, unknown>): { year?: number; unit?: string; leader?: string } => ({
    ...(Number.isInteger(search['year']) ? { year: Number(search['year']) } : {}),
    ...(typeof search['unit'] === 'string' ? { unit: search['unit'] } : {}),
    ...(typeof search['leader'] === 'string' ? { leader: search['leader'] } : {}),
  }),
  component: lazyRouteComponent(() => import('#web/pages/timetable/timetable.tsx'), 'Timetable'),
})

const queue = createRoute({
  getParentRoute: () => framed,
  path: '/queue',
  component: lazyRouteComponent(() => import('#web/pages/queue/queue.tsx'), 'Queue'),
})

const newRecord = createRoute({
  getParentRoute: () => framed,
  path: '/records/new',
  validateSearch: (search: Record<string, unknown>): { register?: string; commitment?: string; on?: string; subject?: string } => ({
    ...(typeof search['register'] === 'string' ? { register: search['register'] } : {}),
    ...(typeof search['commitment'] === 'string' ? { commitment: search['commitment'] } : {}),
    ...(typeof search['on'] === 'string' && /^\d{4}-\d\d-\d\d$/.test(search['on']) ? { on: search['on'] } : {}),
    ...(typeof search['subject'] === 'string' ? { subject: search['subject'] } : {}),
  }),
  component: lazyRouteComponent(() => import('#web/pages/record/new-record.tsx'), 'NewRecord'),
})
const record = createRoute({
  getParentRoute: () => framed,
  path: '/records/$recordId',
  validateSearch: momentFrom,
  search: keepsMoment,
  component: lazyRouteComponent(() => import('#web/pages/record/view/record-page.tsx'), 'RecordPage'),
})
const records = createRoute({
  getParentRoute: () => framed,
  path: '/registers/$registerId',
  validateSearch: filtersFrom,
  search: { middlewares: [retainSearchParams<Filters>([...momentKeys])] },
  component: lazyRouteComponent(() => import('#web/pages/records/records.tsx'), 'Records'),
})

const calendar = createRoute({
  getParentRoute: () => framed,
  path: '/calendar',
  validateSearch: calendarFrom,
  search: keepsMoment,
  component: lazyRouteComponent(() => import('#web/pages/calendar/calendar.tsx'), 'Calendar'),
})
const workCalendar = createRoute({
  getParentRoute: () => framed,
  path: '/calendar/work-days',
  component: lazyRouteComponent(() => import('#web/pages/work-calendar/work-calendar.tsx'), 'WorkCalendar'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signInReturn,
    enrolFactor,
    setup,
    password,
    framed.addChildren([
      newRecord,
      calendar,
      workCalendar,
      quarterReport,
      timetable,
      queue,
      record,
      records,
      recordImport,
      evidenceFolder,
      counting,
      carryOver,
      revision,
      commitment,
      periodLocks,
      closures,
      difficulties,
      changes,
      findings,
      closureLevels,
      dispatch,
      draws,
      draw,
      reconciliations,
      reconciliation,
      home,
      ownAccount,
      sessions,
      accounts,
      service,
      grants,
      aboutMe,
      marks,
      handover,
      journal,
      plan,
      phraseRules,
      planBatches,
      planBatch,
      ledger,
      legend,
      registers,
      newRegister,
      definition,
      organisation,
    ]),
  ]),
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
