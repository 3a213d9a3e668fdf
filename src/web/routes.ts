import { createRouter } from '@tanstack/react-router'
import { administrationRoutes } from '#web/routes/administration.ts'
import { closingRoutes } from '#web/routes/closing.ts'
import { entryRoutes } from '#web/routes/entry.ts'
import { framed, root } from '#web/routes/frame.ts'
import { ledgerRoutes } from '#web/routes/ledger.ts'
import { plansRoutes } from '#web/routes/plans.ts'
import { recordsRoutes } from '#web/routes/records.ts'
import { similarCaseReviewRoutes } from '#web/routes/similar-case-reviews.ts'

export const router = createRouter({
  routeTree: root.addChildren([
    ...entryRoutes,
    framed.addChildren([
      ...plansRoutes,
      ...ledgerRoutes,
      ...recordsRoutes,
      ...closingRoutes,
      ...similarCaseReviewRoutes,
      ...administrationRoutes,
    ]),
  ]),
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
