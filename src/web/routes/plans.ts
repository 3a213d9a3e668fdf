import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { framed } from '#web/routes/frame.ts'

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

/** Plans: how they are read, answered, counted and revised. */
export const plansRoutes = [plan, planBatches, planBatch, phraseRules, counting, revision, carryOver] as const
