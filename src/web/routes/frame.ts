import { createRootRoute, createRoute, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router'
import { Failed, NotFound } from '#web/_components/frame/trouble.tsx'
import { momentKeys, type MomentSearch } from '#web/_components/moment/search.ts'

export const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Failed })

export const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: lazyRouteComponent(() => import('#web/_components/frame/frame.tsx'), 'Frame'),
})

/** A page that can show another moment: it stays the same from one of them to the next. */
export const keepsMoment = { middlewares: [retainSearchParams<MomentSearch>([...momentKeys])] }
