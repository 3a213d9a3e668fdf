import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { framed } from '#web/routes/frame.ts'

const list = createRoute({
  getParentRoute: () => framed,
  path: '/similar-case-reviews',
  component: lazyRouteComponent(() => import('#web/pages/similar-case-reviews/list.tsx'), 'SimilarCaseReviews'),
})

const asking = createRoute({
  getParentRoute: () => framed,
  path: '/similar-case-reviews/new',
  validateSearch: (search: Record<string, unknown>): { finding?: string; plan?: string; key?: string } => ({
    ...(typeof search['finding'] === 'string' ? { finding: search['finding'] } : {}),
    ...(typeof search['plan'] === 'string' ? { plan: search['plan'] } : {}),
    ...(typeof search['key'] === 'string' ? { key: search['key'] } : {}),
  }),
  component: lazyRouteComponent(() => import('#web/pages/similar-case-reviews/new.tsx'), 'NewSimilarCaseReview'),
})

const one = createRoute({
  getParentRoute: () => framed,
  path: '/similar-case-reviews/$id',
  component: lazyRouteComponent(() => import('#web/pages/similar-case-reviews/one.tsx'), 'SimilarCaseReview'),
})

/** 举一反三. */
export const similarCaseReviewRoutes = [list, asking, one] as const
