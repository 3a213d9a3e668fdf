import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { momentFrom, type MomentSearch } from '#web/_components/moment/search.ts'
import { calendarFrom } from '#web/pages/calendar/model/search.ts'
import { framed, keepsMoment } from '#web/routes/frame.ts'

const home = createRoute({
  getParentRoute: () => framed,
  path: '/',
  validateSearch: momentFrom,
  search: keepsMoment,
  component: lazyRouteComponent(() => import('#web/pages/home/home.tsx'), 'Home'),
})

const queue = createRoute({
  getParentRoute: () => framed,
  path: '/queue',
  component: lazyRouteComponent(() => import('#web/pages/queue/queue.tsx'), 'Queue'),
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

const commitment = createRoute({
  getParentRoute: () => framed,
  path: '/commitments/$id',
  validateSearch: momentFrom,
  search: keepsMoment,
  component: lazyRouteComponent(() => import('#web/pages/commitment/commitment.tsx'), 'Commitment'),
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

/** The first page, the ledger and what follows from it. */
export const ledgerRoutes = [home, queue, ledger, legend, commitment, calendar, workCalendar, timetable] as const
