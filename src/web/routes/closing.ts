import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { framed } from '#web/routes/frame.ts'

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

const periodLocks = createRoute({
  getParentRoute: () => framed,
  path: '/period-locks',
  component: lazyRouteComponent(() => import('#web/pages/period-locks/period-locks.tsx'), 'PeriodLocks'),
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

const inspections = createRoute({
  getParentRoute: () => framed,
  path: '/inspections',
  component: lazyRouteComponent(() => import('#web/pages/inspections/inspections.tsx'), 'Inspections'),
})

const newInspection = createRoute({
  getParentRoute: () => framed,
  path: '/inspections/new',
  component: lazyRouteComponent(() => import('#web/pages/inspections/new-inspection.tsx'), 'NewInspection'),
})

const inspectionTemplates = createRoute({
  getParentRoute: () => framed,
  path: '/inspections/templates',
  component: lazyRouteComponent(() => import('#web/pages/inspections/templates.tsx'), 'InspectionTemplates'),
})

const inspection = createRoute({
  getParentRoute: () => framed,
  path: '/inspections/$inspectionId',
  component: lazyRouteComponent(() => import('#web/pages/inspections/inspection.tsx'), 'InspectionPage'),
})

/** From handing out to striking off, the quarter, inspections, draws. */
export const closingRoutes = [
  dispatch,
  difficulties,
  changes,
  closures,
  findings,
  closureLevels,
  periodLocks,
  quarterReport,
  reconciliations,
  reconciliation,
  inspections,
  newInspection,
  inspectionTemplates,
  inspection,
  draws,
  draw,
] as const
