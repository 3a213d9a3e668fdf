import { createRoute, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router'
import { momentFrom, momentKeys } from '#web/_components/moment/search.ts'
import { type Filters, filtersFrom } from '#web/pages/records/model/filters.ts'
import { framed, keepsMoment } from '#web/routes/frame.ts'

const registers = createRoute({
  getParentRoute: () => framed,
  path: '/registers',
  validateSearch: momentFrom,
  search: keepsMoment,
  component: lazyRouteComponent(() => import('#web/pages/registers/registers.tsx'), 'Registers'),
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

const recordImport = createRoute({
  getParentRoute: () => framed,
  path: '/registers/$register/import',
  component: lazyRouteComponent(() => import('#web/pages/record-import/record-import.tsx'), 'RecordImport'),
})

const evidenceFolder = createRoute({
  getParentRoute: () => framed,
  path: '/evidence/folder',
  validateSearch: (search: Record<string, unknown>): { register?: string } =>
    typeof search['register'] === 'string' ? { register: search['register'] } : {},
  component: lazyRouteComponent(() => import('#web/pages/evidence-folder/evidence-folder.tsx'), 'EvidenceFolder'),
})

/** Registers and records. */
export const recordsRoutes = [registers, newRegister, definition, newRecord, record, records, recordImport, evidenceFolder] as const
