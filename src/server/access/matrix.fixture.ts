import type { Standing } from '#core/access/policy.ts'
import { isBusinessPost, type Post } from '#core/access/post.ts'

/** Who may ask a route. On trial the office does what the administrators do in service. */
interface Group {
  readonly may: (who: Standing) => boolean
  /** `a.b c.d POST /x`, in lines. */
  readonly routes: readonly string[]
}

const admin =
  (...posts: readonly Post[]) =>
  ({ post, mode }: Standing): boolean =>
    mode === 'trial' ? post === 'office' : posts.includes(post)

/**
 * 岗位 × 路由: which routes who may ask, each of the rows of their scope (`leaks.db.test.ts`). A route that does not stand here fails. `open`: nobody need be
 * signed in.
 */
export const groups = {
  open: {
    may: () => true,
    routes: ['setup.state setup.mode setup.complete session.signIn federated.ways federated.start federated.finish'],
  },
  signedIn: {
    may: () => true,
    routes: [
      'personal.aboutMe personal.object session.current session.signOut session.changePassword',
      'session.giveFactor session.giveSignature session.challenge session.confirm session.list session.end session.endOthers',
      'secondFactor.state secondFactor.startTotp secondFactor.finishTotp secondFactor.removeTotp secondFactor.printCodes secondFactor.removeCodes',
      'digest.address digest.setAddress',
      'secondFactor.addKey secondFactor.removeKey federated.startOwn federated.own',
    ],
  },
  business: {
    may: ({ post }) => isBusinessPost(post),
    routes: [
      'home.get calendar.month calendar.day',
      'plan.list plan.get plan.lint plan.lintFile commitment.get counting.get occurrence.list occurrence.owed',
      'ledger.window ledger.values ledger.counts ledger.export ledger.views.list ledger.views.save ledger.views.remove',
      'register.list register.activity register.filing register.definition workCalendar.get light.get',
      'record.enter record.window record.history record.correct record.void record.review record.start record.parties record.members record.names',
      'record.credited record.setting mark.ofRecord mark.setRecord personal.objections personal.answer',
      'substitution.list substitution.request substitution.confirm substitution.decline substitution.end substitution.act handover.list handover.confirm',
      'evidence.get evidence.ofRecord evidence.ofCommitment evidence.match evidence.linkMany evidence.link evidence.unlink evidence.date evidence.discard',
      'closure.list closure.ofCommitment closure.ask closure.agree closure.sendBack closure.withdraw closure.addSigner closure.open closure.watch',
      'dispatch.board dispatch.waiting dispatch.ofCommitment dispatch.confirm dispatch.confirmAll dispatch.refuse dispatch.refine dispatch.pledges',
      'dispatch.signPledge dispatch.pledgeFile dispatch.sheet',
      'recordImport.export POST /evidence GET /evidence/:id/file periodLock.list periodLock.later POST /reconciliations',
      'submission.list submission.confirm timetable.get timetable.export',
      'progress.ofCommitment progress.write difficulty.list difficulty.ofCommitment difficulty.raise difficulty.act digest.today',
      'change.list change.ofCommitment change.ask change.agree change.sendBack change.withdraw reminder.ofCommitment',
      'reconciliation.list reconciliation.get reconciliation.compare reconciliation.settle reconciliation.sign reconciliation.slip',
      'inspection.list inspection.get inspection.waiting inspection.act inspection.answer inspection.talk inspection.note inspection.reword',
      'inspection.actOnFinding',
      'inspection.notice inspection.report findingConsequence.ofFinding findingConsequence.ofCommitment',
      'similarCaseReview.list similarCaseReview.get similarCaseReview.answer',
    ],
  },
  leading: {
    may: ({ post }) => post === 'office' || post === 'leader',
    routes: [
      'dispatch.claim dispatch.giveBack',
      'similarCaseReview.forecast similarCaseReview.ask similarCaseReview.sendBack similarCaseReview.end',
      'closure.check finding.list finding.get',
      'quarterReport.draft GET /quarter-reports/:id/report GET /quarter-reports/:id/ledger',
      'closure.reopen GET /closures/:id/file draw.list draw.get draw.items draw.contribute draw.reveal draw.sheet GET /draws/:id/file GET /draw-verifier',
    ],
  },
  leader: { may: ({ post }) => post === 'leader', routes: ['finding.state'] },
  office: {
    may: ({ post }) => post === 'office',
    routes: [
      'handover.begin handover.cancel dispatch.setFirst dispatch.handOut dispatch.reassign dispatch.withdraw dispatch.insist',
      'revision.list revision.compare revision.compareAgain revision.get revision.apply revision.withdraw',
      'plan.loadSample plan.confirm plan.carryList plan.carryOver plan.remove planImport.get planImport.cancel question.answer',
      'planBatch.list planBatch.begin planBatch.get planBatch.noteUnsent planBatch.finish planBatch.cancel',
      'POST /plan-batches/:id/files POST /plan-batches/archives',
      'phraseRule.list phraseRule.add phraseRule.change phraseRule.switch phraseRule.remove phraseRule.preview phraseRule.export phraseRule.import',
      'commitment.edit commitment.add commitment.split commitment.merge commitment.discard commitment.restore',
      'counting.define counting.rule counting.suggest counting.defineAll counting.preview organisation.names',
      'register.choosePack register.add register.change register.restore register.remove record.set',
      'recordImport.preview recordImport.apply recordImport.get recordImport.cancel light.set',
      'change.meeting reminder.send reminder.setting reminder.set',
      'workCalendar.set periodLock.lock periodLock.unlock queue.get quarterReport.keepWords quarterReport.draftFile quarterReport.issue',
      'POST /imports POST /record-imports POST /draws draw.fromRegister draw.freeze draw.replace draw.judge draw.extend draw.abandon',
      'inspection.options inspection.promises inspection.drawn inspection.forecast inspection.draft inspection.write inspection.templates',
      'inspection.addTemplate inspection.changeTemplate inspection.setLimit',
      'findingConsequence.closed findingConsequence.makeCommitment findingConsequence.reopen similarCaseReview.follow',
      'closure.meeting closure.levels closure.setOrigin closure.setLevels closure.previewLevels closure.setCriteria finding.decide',
    ],
  },
  organisationRead: {
    may: ({ post, mode }) => isBusinessPost(post) || (mode === 'service' && post === 'system_admin'),
    routes: ['organisation.get organisation.history'],
  },
  organisationEdit: {
    may: ({ post, mode }) => post === 'office' || (mode === 'service' && post === 'system_admin'),
    routes: [
      'organisation.addOrg organisation.renameOrg organisation.moveOrg organisation.closeOrg organisation.setAliases',
      'organisation.addPerson organisation.addPost organisation.closePost organisation.appoint organisation.appointNew',
      'organisation.endHolding organisation.addGroup organisation.addMember organisation.endMember organisation.addRelation',
      'organisation.endRelation organisation.template organisation.loadSample organisation.preview organisation.applyImport',
      'POST /organisation/imports',
    ],
  },
  system: {
    may: admin('system_admin'),
    routes: [
      'digest.failures',
      'account.candidates account.create account.disable account.enable account.reset account.link',
      'federated.linkAccount federated.unlinkAccount',
    ],
  },
  security: {
    may: admin('security_admin'),
    routes: ['account.unlock grant.requestPost grant.requestClearance mark.list mark.setRegister secondFactor.clear'],
  },
  systemAndSecurity: {
    may: admin('system_admin', 'security_admin'),
    routes: ['account.list federated.ofAccount session.ofEverybody session.endOf session.endAllOf'],
  },
  secondPerson: { may: (who) => admin('security_admin')(who) || who.post === 'office', routes: ['grant.list grant.confirm grant.decline'] },
  whoAsked: { may: (who) => isBusinessPost(who.post) || admin('security_admin')(who), routes: ['grant.withdraw'] },
  audit: {
    may: admin('audit_admin'),
    routes: ['journal.window journal.state journal.proof journal.annotate GET /journal/export GET /journal/verifier'],
  },
  trial: {
    may: ({ post, mode }) => mode === 'trial' && post === 'office',
    routes: ['setup.enterService account.changePost organisation.linkPerson'],
  },
} as const satisfies Record<string, Group>

/** The routes of a group. */
export function routesOf(group: keyof typeof groups): readonly string[] {
  return groups[group].routes.flatMap((line) => line.match(/(?:GET|POST) \S+|\S+/g) ?? [])
}

/** Every route of the matrix with who may ask it. */
export const matrix: ReadonlyMap<string, (who: Standing) => boolean> = new Map(
  Object.entries(groups).flatMap(([name, { may }]) => (isGroup(name) ? routesOf(name).map((route) => [route, may] as const) : [])),
)

function isGroup(name: string): name is keyof typeof groups {
  return Object.hasOwn(groups, name)
}
