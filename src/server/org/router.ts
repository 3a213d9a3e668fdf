import { addGroup, addMember, addRelation, endMember, endRelation } from '#core/org/group-decisions.ts'
import { addOrg, closeOrg, moveOrg, renameOrg, setAliases } from '#core/org/org-decisions.ts'
import { addPerson, addPost, appoint, appointNew, closePost, endHolding, linkPerson } from '#core/org/post-decisions.ts'
import { signedIn } from '#server/http/implementer.ts'
import { type Act, editOrganisation } from '#server/org/edit.ts'
import { applyImport } from '#server/org/apply-import.ts'
import { getOrganisation } from '#server/org/get.ts'
import { getHistory } from '#server/org/history.ts'
import { loadSampleOrganisation } from '#server/org/load-sample.ts'
import { listPlanNames } from '#server/org/names.ts'
import { previewImport } from '#server/org/preview-import.ts'
import { rosterTemplate } from '#server/org/template.ts'
import type { Context } from '#server/verb/context.ts'

const { organisation } = signedIn

type Decide = Act['decide']

/** A decision about something that is there. */
function about(context: Context, verb: string, kind: string, input: { readonly id: string; readonly version: number }, decide: Decide) {
  return editOrganisation(context, { verb, subject: { kind, id: input.id }, version: input.version, decide })
}

/** A decision that makes something new. */
function make(context: Context, verb: string, kind: string, version: number, decide: (id: string) => Decide) {
  const id = context.newId()
  return editOrganisation(context, { verb, subject: { kind, id }, version, decide: decide(id) })
}

export const organisationRouter = {
  get: organisation.get.handler(({ input, context }) => getOrganisation(context, input)),
  history: organisation.history.handler(({ input, context }) => getHistory(context, input)),
  names: organisation.names.handler(async ({ context }) => ({ items: await listPlanNames(context) })),
  addOrg: organisation.addOrg.handler(({ input, context }) =>
    make(context, 'org.add', 'org', input.version, (id) => (now) => addOrg(now, { ...input, id, termId: context.newId() })),
  ),
  renameOrg: organisation.renameOrg.handler(({ input, context }) =>
    about(context, 'org.rename', 'org', input, (now) => renameOrg(now, { ...input, org: input.id, termId: context.newId() })),
  ),
  moveOrg: organisation.moveOrg.handler(({ input, context }) =>
    about(context, 'org.move', 'org', input, (now) => moveOrg(now, { ...input, org: input.id, termId: context.newId() })),
  ),
  closeOrg: organisation.closeOrg.handler(({ input, context }) =>
    about(context, 'org.close', 'org', input, (now) => closeOrg(now, { org: input.id, to: input.to })),
  ),
  setAliases: organisation.setAliases.handler(({ input, context }) =>
    about(context, 'org.set-aliases', 'org', input, (now) => setAliases(now, { org: input.id, aliases: input.aliases })),
  ),
  addPerson: organisation.addPerson.handler(({ input, context }) =>
    make(context, 'person.add', 'person', input.version, (id) => (now) => addPerson(now, { ...input, id })),
  ),
  linkPerson: organisation.linkPerson.handler(({ input, context }) =>
    about(context, 'person.link', 'person', input, (now) => linkPerson(now, { person: input.id, account: context.actor.accountId })),
  ),
  addPost: organisation.addPost.handler(({ input, context }) =>
    make(context, 'post.add', 'post', input.version, (id) => (now) => {
      const { version: _, ...post } = input
      return addPost(now, { ...post, id })
    }),
  ),
  closePost: organisation.closePost.handler(({ input, context }) =>
    about(context, 'post.close', 'post', input, (now) => closePost(now, { post: input.id, to: input.to })),
  ),
  appoint: organisation.appoint.handler(({ input, context }) =>
    make(context, 'holding.begin', 'holding', input.version, (id) => (now) => {
      const { post, person, from, to } = input
      return appoint(now, { id, post, person, from, to })
    }),
  ),
  appointNew: organisation.appointNew.handler(({ input, context }) =>
    make(context, 'holding.begin', 'holding', input.version, (id) => (now) => {
      const { post, name, isAnother, from, to } = input
      return appointNew(now, { name, isAnother, holding: { id, post, person: context.newId(), from, to } })
    }),
  ),
  endHolding: organisation.endHolding.handler(({ input, context }) =>
    about(context, 'holding.end', 'holding', input, (now) => endHolding(now, input)),
  ),
  addGroup: organisation.addGroup.handler(({ input, context }) =>
    make(context, 'group.add', 'group', input.version, (id) => (now) => {
      const { name, everyoneIn, reach } = input
      return addGroup(now, { id, name, everyoneIn, reach })
    }),
  ),
  addMember: organisation.addMember.handler(({ input, context }) =>
    make(context, 'membership.begin', 'membership', input.version, (id) => (now) => {
      const { group, member, from, to } = input
      return addMember(now, { id, group, member, from, to })
    }),
  ),
  endMember: organisation.endMember.handler(({ input, context }) =>
    about(context, 'membership.end', 'membership', input, (now) => endMember(now, input)),
  ),
  addRelation: organisation.addRelation.handler(({ input, context }) =>
    make(context, 'relation.begin', 'relation', input.version, (id) => (now) => {
      const { kind, leader, org, from, to } = input
      return addRelation(now, { id, kind, leader, org, from, to })
    }),
  ),
  endRelation: organisation.endRelation.handler(({ input, context }) =>
    about(context, 'relation.end', 'relation', input, (now) => endRelation(now, input)),
  ),
  template: organisation.template.handler(({ context }) => rosterTemplate(context)),
  loadSample: organisation.loadSample.handler(async ({ context }) => ({ version: await loadSampleOrganisation(context) })),
  preview: organisation.preview.handler(({ input, context }) => previewImport(context, input)),
  applyImport: organisation.applyImport.handler(async ({ input, context }) => ({ version: await applyImport(context, input) })),
}
