import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { framed } from '#web/routes/frame.ts'

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

const grants = createRoute({
  getParentRoute: () => framed,
  path: '/grants',
  component: lazyRouteComponent(() => import('#web/pages/grants/grants.tsx'), 'Grants'),
})

const marks = createRoute({
  getParentRoute: () => framed,
  path: '/marks',
  component: lazyRouteComponent(() => import('#web/pages/marks/marks.tsx'), 'Marks'),
})

const journal = createRoute({
  getParentRoute: () => framed,
  path: '/journal',
  component: lazyRouteComponent(() => import('#web/pages/journal/journal.tsx'), 'Journal'),
})

const handover = createRoute({
  getParentRoute: () => framed,
  path: '/handover',
  component: lazyRouteComponent(() => import('#web/pages/handover/handover.tsx'), 'HandoverPage'),
})

const aboutMe = createRoute({
  getParentRoute: () => framed,
  path: '/about-me',
  component: lazyRouteComponent(() => import('#web/pages/about-me/about-me.tsx'), 'AboutMe'),
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

/** The organisation, accounts and one’s own. */
export const administrationRoutes = [
  organisation,
  accounts,
  service,
  grants,
  marks,
  journal,
  handover,
  aboutMe,
  ownAccount,
  sessions,
] as const
