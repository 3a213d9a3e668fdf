import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Day } from '#core/day/day.ts'
import { momentShape } from '#core/moment/moment.ts'
import { ImportStep } from '#core/org/import-sheet.ts'
import { NameMatch } from '#core/org/match-names.ts'
import { GroupReach, Organisation, OrgKind, RelationKind } from '#core/org/organisation.ts'
import { SheetFault } from '#core/org/sheet.ts'
import { Party } from '#core/roster/party.ts'

/** The organisation as it stood on `asOf`, as it was known at the instant that was asked for. `version` goes with every change: it counts the changes so far. */
export const OrganisationView = z.object({ version: z.number().int(), asOf: Day, organisation: Organisation }).readonly()

/** A name that plans use for those responsible, in how many commitments, and whom it means. */
export const PlanName = NameMatch.unwrap()
  .extend({ role: z.enum(['unit', 'leader']), commitments: z.number().int() })
  .readonly()

/** What an uploaded sheet would do to the organisation as it stands (`version`). It can be applied while it has no faults and something to do. */
export const ImportPreview = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    version: z.number().int(),
    from: Day,
    appliedAt: z.string().nullable(),
    steps: z.array(ImportStep).readonly(),
    faults: z.array(SheetFault).readonly(),
  })
  .readonly()

/** Answer to `POST /api/organisation/imports` (multipart/form-data, the .xlsx in the field `file`). REFUSED names `unreadable` with why. */
export const SheetTaken = z.object({ id: z.uuid() }).readonly()

const errors = { FORBIDDEN, CONFLICT, REFUSED }

const Name = z.string().trim().min(1).max(100)
const Aliases = z.array(Name).max(50)
const version = z.number().int()
const id = z.uuid()
const changed = z.object({ id: z.uuid(), version })
const ending = z.strictObject({ id, version, to: Day })

const act = (path: `/${string}`, summary: string) => oc.route({ method: 'POST', path, summary, tags: ['organisation'] }).errors(errors)

export const organisation = {
  get: oc
    .route({ method: 'GET', path: '/organisation', summary: '组织机构(截至某日)', tags: ['organisation'] })
    .errors({ FORBIDDEN })
    .input(z.strictObject(momentShape))
    .output(OrganisationView),
  /** Everything that ever held of one org: its names, places, posts, holders and relations. */
  history: oc
    .route({ method: 'GET', path: '/organisation/orgs/{id}/history', summary: '机构沿革', tags: ['organisation'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id }))
    .output(Organisation),
  /** The names that commitments give for those responsible, matched to the organisation of today. */
  names: oc
    .route({ method: 'GET', path: '/organisation/names', summary: '方案中的名称与机构的对应', tags: ['organisation'] })
    .errors({ FORBIDDEN })
    .output(z.object({ items: z.array(PlanName).readonly() })),
  addOrg: act('/organisation/orgs', '新增机构')
    .input(z.strictObject({ version, name: Name, kind: OrgKind, parent: z.uuid().nullable(), aliases: Aliases.default([]), from: Day }))
    .output(changed),
  renameOrg: act('/organisation/orgs/{id}/rename', '机构更名')
    .input(z.strictObject({ id, version, name: Name, from: Day }))
    .output(changed),
  moveOrg: act('/organisation/orgs/{id}/move', '调整隶属')
    .input(z.strictObject({ id, version, parent: z.uuid().nullable(), from: Day }))
    .output(changed),
  closeOrg: act('/organisation/orgs/{id}/close', '撤销机构').input(ending).output(changed),
  setAliases: act('/organisation/orgs/{id}/aliases', '机构简称与别名')
    .input(z.strictObject({ id, version, aliases: Aliases }))
    .output(changed),
  addPerson: act('/organisation/people', '新增人员')
    .input(z.strictObject({ version, name: Name, isAnother: z.boolean().default(false) }))
    .output(changed),
  /** The person is who is signed in. */
  linkPerson: act('/organisation/people/{id}/link', '关联登录账号').input(z.strictObject({ id, version })).output(changed),
  addPost: act('/organisation/posts', '新增职务')
    .input(
      z.strictObject({
        version,
        org: z.uuid(),
        title: Name,
        rank: z.string().trim().max(50).default(''),
        isHead: z.boolean(),
        isForOne: z.boolean(),
        from: Day,
      }),
    )
    .output(changed),
  closePost: act('/organisation/posts/{id}/close', '撤销职务').input(ending).output(changed),
  appoint: act('/organisation/holdings', '任职')
    .input(z.strictObject({ version, post: z.uuid(), person: z.uuid(), from: Day, to: Day.nullable().default(null) }))
    .output(changed),
  /** Appoints somebody who is not known yet: adds the person and appoints them, or neither. */
  appointNew: act('/organisation/holdings/new', '新增人员并任职')
    .input(
      z.strictObject({
        version,
        post: z.uuid(),
        name: Name,
        isAnother: z.boolean().default(false),
        from: Day,
        to: Day.nullable().default(null),
      }),
    )
    .output(changed),
  endHolding: act('/organisation/holdings/{id}/end', '免职').input(ending).output(changed),
  addGroup: act('/organisation/groups', '新增群组')
    .input(z.strictObject({ version, name: Name, everyoneIn: z.uuid().nullable(), reach: GroupReach.default('own') }))
    .output(changed),
  addMember: act('/organisation/memberships', '加入群组')
    .input(z.strictObject({ version, group: z.uuid(), member: Party, from: Day, to: Day.nullable().default(null) }))
    .output(changed),
  endMember: act('/organisation/memberships/{id}/end', '退出群组').input(ending).output(changed),
  addRelation: act('/organisation/relations', '分管或联系点')
    .input(z.strictObject({ version, kind: RelationKind, leader: Party, org: z.uuid(), from: Day, to: Day.nullable().default(null) }))
    .output(changed),
  endRelation: act('/organisation/relations/{id}/end', '结束分管或联系点').input(ending).output(changed),
  /** The sheet that an import reads, with the organisation as it stands today: a template where there is none yet. */
  template: oc
    .route({ method: 'POST', path: '/organisation/template', summary: '名册模板', tags: ['organisation'] })
    .errors({ FORBIDDEN })
    .output(z.file()),
  /** Loads the organisation of the sample plan's invented court; refused with `not-empty` where there is one. */
  loadSample: oc
    .route({ method: 'POST', path: '/organisation/sample', summary: '载入示例机构', tags: ['organisation'] })
    .errors({ FORBIDDEN, REFUSED })
    .output(z.object({ version })),
  /** 试导入: what a sheet that was uploaded would do now. `from`: the first day of what the sheet gives no day for; today unless said. */
  preview: oc
    .route({ method: 'GET', path: '/organisation/imports/{id}', summary: '试导入', tags: ['organisation'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id, from: Day.optional() }))
    .output(ImportPreview),
  /** Does what the preview of this version showed: all of it or nothing. */
  applyImport: oc
    .route({ method: 'POST', path: '/organisation/imports/{id}/apply', summary: '确认导入', tags: ['organisation'] })
    .errors({ NOT_FOUND, ...errors })
    .input(z.strictObject({ id, version, from: Day }))
    .output(z.object({ version })),
}
