import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '#web/routes/frame.ts'

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

/** The pages before one is signed in. */
export const entryRoutes = [signIn, signInReturn, enrolFactor, setup, password] as const
