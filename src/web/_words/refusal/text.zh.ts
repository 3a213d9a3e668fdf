import type { AccountRefusal } from '#core/access/account.ts'
import type { GrantRefusal } from '#core/access/grant.ts'
import type { MarkRefusal } from '#core/access/mark.ts'
import type { HandoverRefusal } from '#core/handover/handover.ts'
import type { SubstitutionRefusal } from '#core/substitution/substitution.ts'
import type { ServiceRefusal } from '#core/access/service.ts'
import type { SignInRefusal } from '#core/authn/second-factor.ts'
import type { WorkYearRefusal } from '#core/calendar/set-work-year.ts'
import type { AddRefusal } from '#core/commitment/add-commitment.ts'
import type { ConfirmRefusal } from '#core/commitment/confirm-commitments.ts'
import type { EditRefusal } from '#core/commitment/edit-commitment.ts'
import type { MergeRefusal } from '#core/commitment/merge-commitments.ts'
import type { SplitRefusal } from '#core/commitment/split-commitment.ts'
import type { MemberRefusal, RelationRefusal } from '#core/org/group-decisions.ts'
import type { EndRefusal } from '#core/org/interval.ts'
import type { OrgRefusal } from '#core/org/org-decisions.ts'
import type { AppointRefusal } from '#core/org/post-decisions.ts'
import type { PeriodLockRefusal } from '#core/period-lock/decisions.ts'
import type { ReconciliationRefusal } from '#core/reconciliation/decisions.ts'
import type { SubLedgerFault } from '#core/reconciliation/sub-ledger.ts'
import type { RecordRefusal } from '#core/record/decisions.ts'
import type { TeachRefusal } from '#core/phrase-rule/decisions.ts'
import type { AnswerRefusal } from '#core/plan/answer-question.ts'
import type { CarryRefusal } from '#core/plan/carry-over.ts'
import type { ApplyRefusal } from '#core/revision/apply-revision.ts'
import type { TakeOverRefusal } from '#core/revision/take-over.ts'
import type { RestoreRefusal } from '#core/plan/restore-commitment.ts'

/** Reasons why the business says no, as far as they are closed unions of core: each must have its words. */
type Refusal =
  | AccountRefusal
  | GrantRefusal
  | MarkRefusal
  | HandoverRefusal
  | SubstitutionRefusal
  | ServiceRefusal
  | AddRefusal
  | ConfirmRefusal
  | EditRefusal
  | MergeRefusal
  | SplitRefusal
  | AnswerRefusal
  | RestoreRefusal
  | ApplyRefusal
  | TakeOverRefusal
  | TeachRefusal
  | CarryRefusal
  | OrgRefusal
  | AppointRefusal
  | MemberRefusal
  | RelationRefusal
  | EndRefusal
  | PeriodLockRefusal
  | ReconciliationRefusal
  | SubLedgerFault
  | RecordRefusal
  | SignInRefusal
  | WorkYearRefusal

/** Words for refusals: codes with their parameters come from the server. */
export const zh = {
  'nothing-changed': '没有改动。',
  'batch-over': '这次批量导入已经结束。',
  'too-many-files': '一次最多导入 1000 份文件，请分几次导入。',
  'phrase-too-short': '短语太短，会到处误中。请写至少两个字。',
  'phrase-slots': '短语里最多写一个 {数}，并且要有别的字。',
  'phrase-over-sentences': '短语不能跨句，请去掉句号、分号。',
  'rhythm-without-period': '频次要有重复的周期。',
  'comparator-range': '区间需要两个数字，不能由一个短语表示。',
  'taught-already': '已有相同短语的同类规则，请直接修改那一条。',
  'too-many-rules': '短语规则已达上限，请先删除不用的。',
  'phrase-rule-changed': '这条规则刚被别人改过，请刷新后再改。',
  'unknown-pair': '所选内容不在这次比对中，请刷新后再选。',
  'same-plan': '不能与自身比对。',
  'plan-of-findings': '这个方案由督查发现的问题汇成，没有文件，不能导入新版本。',
  'already-worked-on': '这份方案已经有人处理过（已确认、修改或答复），不能再作为另一份方案的新版本。请重新导入文件。',
  'nothing-to-confirm': '没有待确认的任务。',
  'plan-has-no-end': '这份方案没有截止日，长期坚持的任务会自动进入下一年度，不需要结转。',
  'plan-not-later': '只能结转到开始更晚、且已答复起止日期的方案。',
  'not-to-carry': '选中的任务已经完成或不在这份方案中，请刷新后再选。',
  'nothing-to-restore': '这项任务就是原读法，无需恢复。',
  'successors-changed': '拆分出的任务后来又有改动，不能直接恢复。',
  replaced: '这项任务已被拆分或合并，请先恢复。',
  discarded: '这项任务已标为不列入，请先恢复。',
  'mixed-states': '已确认与待确认的任务不能合并，请先统一状态。',
  'merged-with-itself': '不能与自身合并。',
  'value-missing': '这一类别需要填写数值。',
  'comparator-missing': '这一类别需要选择比较方式。',
  'upper-missing': '区间需要填写上限。',
  'upper-below-value': '上限不能小于下限。',
  'below-zero': '数值不能小于 0。',
  'above-whole': '比率和覆盖不能超过 100%。',
  'span-outside': '所选文字不在文件范围内。',
  'still-undefined': '请先明确目标：选择类别并填写数值或时限。',
  'wrong-answer': '答复的形式不符合这个疑问。',
  'not-a-choice': '请从给出的选项中选择。',
  'interval-reversed': '结束日期早于开始日期。',
  finished: '导入已经结束，不能取消。',
  'has-confirmed': '方案中已有确认的任务，不能移除。',
  unknown: '要找的内容已不存在，请重新载入。',
  'name-taken': '已有同名的。',
  'parent-not-there': '这一天上级机构还没有设立或已撤销。',
  'parent-below': '不能放到自己的下级机构之下。',
  'before-start': '日期早于起始日期。',
  'changed-later': '之后已有过变更，不能从这天改起。',
  'already-ended': '已经结束，不能再改。',
  'has-children': '还有下级机构，请先撤销或划转。',
  'has-holders': '还有人任职，请先办免职。',
  'alias-taken': '这个别名已属于另一个机构。',
  'org-not-there': '这一天机构还没有设立或已撤销。',
  'title-taken': '这个机构已有同名职务。',
  'post-not-there': '任职日期超出了职务存在的日期。',
  'already-holds': '此人这段时间已担任这一职务。',
  'post-held': '这一职务这段时间已由他人担任，请先办免职。',
  'by-rule': '这个群组按规则确定成员，不能逐个加入。',
  'already-member': '已经是成员。',
  'leader-is-org': '领导须是职务或人员。',
  'already-related': '已有这一关系。',
  'not-empty': '已有组织机构，不能再载入示例。',
  unreadable: '文件读不出来。',
  'has-faults': '名册里还有错误，请先改正。',
  'already-applied': '这份名册已经导入过了。',
  'period-not-over': '这个季度还没有结束，结束后才能锁定。',
  'already-locked': '这个季度已经锁定。',
  'already-unlocked': '锁定已经解除。',
  'reason-too-short': '理由太短，请写清原因（不少于10个字）。',
  'reason-needed': '请写明原因。',
  'record-voided': '这条记录已经作废，不能再改。',
  'already-unlinked': '关联已经解除。',
  'evidence-linked': '这份材料已有记录引用，不能撤回；可以在记录里解除关联。',
  'evidence-damaged': '这份文件在服务器的磁盘上已经损坏或丢失，没有给出。请重新上传原件，并告知系统管理员检查磁盘。',
  'already-signed': '对账已经确认，不能再改。',
  'no-such-difference': '差异已经变化，请重新载入。',
  'note-needed': '请写明准备怎么处理。',
  'still-open': '还有差异没有处理，处理完才能确认。',
  'not-compared': '还没有与总台账核对，请先核对。',
  'no-header': '表里没有找到表头：须有“编号”或“整改措施”一列。',
  'too-many-views': '视图太多（最多50个），请先删除不用的。',
  'quarter-runs': '这个季度还没有结束，结束后才能确认。',
  'differences-open': '本单位上传的台账还有差异没有处理，请先到“对账”处理完再确认。',
  'confirmed-already': '分台账已经确认，数字没有变化，不必再次确认。',
  'figures-moved': '您查看以后数字又有变化，请重新载入、核对后再办理。',
  'nothing-in-ledger': '本单位的分台账里没有整改任务，不必确认。',
  'not-ready': '所选日期的台账还在推算，请稍候再导出。',
  'too-many-rows': '行数太多（最多5000行），请分成几个文件。',
  'no-rows': '表头下面没有内容。',
  'pack-has-records': '已有记录，不能再更换业务包。',
  'pack-is-counted': '已有整改任务按现在的登记簿计数，不能再更换业务包。',
  'pack-has-own': '已有自建或修改过的登记簿，不能再更换业务包。',
  'register-of-pack': '业务包里的登记簿不能删除，可以停用。',
  'register-has-records': '已有记录，不能删除，可以停用。',
  'register-is-counted': '已有整改任务按它计数，不能删除，可以停用。',
  'not-of-pack': '这个登记簿没有改动过业务包的定义，无需恢复。',
  'last-factor': '您的岗位须有第二重验证，这是最后一种，不能取消；请先登记另一种。',
  'key-taken': '该证书密钥已由他人登记。',
  'no-provider': '程序没有设置统一身份认证。',
  'no-directory': '程序没有设置单位目录（LDAP）。',
  'identity-taken': '这个统一身份已关联到另一个账号。',
  'password-elsewhere': '您的密码由单位目录管理，请在单位目录中修改。',
  'own-account': '不能停用、重置或调整自己的账号，请由另一人操作。',
  'last-office-account': '至少要保留一个可用的整改办账号。',
  'login-taken': '这个登录名已有人使用，请换一个。',
  'person-has-account': '此人已有账号。',
  'unknown-person': '组织机构里没有这个人。',
  'register-not-yours': '这个登记簿不由你填报，请联系整改办。',
  'reconciliation-not-yours': '只能核对、处理和确认本单位的台账；全部单位的核对由领导小组办公室办理。',
  'org-not-yours': '只能为本单位登记；院领导可以本人名义或为分管单位登记。',
  'review-not-yours': '这条记录不由你复核。',
  'own-record': '自己登记的记录须由他人复核。',
  'sheet-too-long': '一次最多导入 20000 行，请分成几个文件。',
  'import-over': '这次导入已经结束，请重新选择文件。',
  'imported-before': '同一个文件已经导入过；确要再次导入，请先勾选。',
  'key-used-otherwise': '这次提交与先前的另一次提交重号，没有办理，请刷新后重试。',
  'done-already': '这次提交先前已经办成，结果只显示一次；没有看到的，请重新办理。',
  'already-submitted': '这条记录已经提交，不能再改回草稿；内容有误请更正，不需要的请作废。',
  'not-submitted': '只有已提交、还没有复核的记录才能复核或退回，请看最新状态。',
  'day-out-of-range': '日期超出范围：只能看 1990 年以后、两年以内的日子。',
  'not-confirmed': '这项任务还没有确认进台账，请先在方案里确认，再定计数口径。',
  'not-defined': '这项任务还没有确定计数口径，请先确定口径，再人工计入或不计入。',
  'no-such-commitment': '所指的另一项任务已不存在，请重新选择。',
  'no-such-register': '没有这个登记簿，请重新选择。',
  'no-such-field': '登记簿里没有这个栏目，请重新选择。',
  'not-for-this-type': '这个栏目的类型不适合这样计算，请换一个栏目。',
  'no-such-option': '栏目里没有这个选项，请重新选择。',
  'unknown-party': '名册里没有这个人或单位，请从列表中选择。',
  'unknown-group': '没有这个群组，请重新选择。',
  'no-holidays': '一年里至少有一个工作日放假；请按放假通知录入完整。',
  'day-of-another-year': '有的日子不在这一年，请核对。',
  'holiday-and-work-day': '同一天不能既放假又补班，请核对。',
  'not-a-weekend-day': '补班只能在周六或周日，请核对。',
  circular: '计数口径互相引用，绕成了圈，算不出来；请去掉其中一处“其中”或“不重复计”。',
  'last-administrator': '每个管理员岗位至少要保留一个可用的账号。',
  'own-request': '自己提出的授权须由另一人确认。',
  'own-grant': '给自己的授权须由另一人确认。',
  'already-waiting': '已有一项同样的申请待确认，请先处理。',
  'account-disabled': '账号已停用，请先启用。',
  'posts-exclude': '管理员岗位与其他岗位互斥：请先撤去现有岗位，再授予。',
  'business-only': '知悉级别只授予业务岗位。',
  'not-waiting': '这项申请已经处理过了。',
  'changed-meanwhile': '申请提出后情况已有变化，请重新申请。',
  'not-yours': '只有提出的人可以撤回。',
  'post-needs-grant': '正式运行后，开通的账号不带岗位；岗位由安全管理员申请、另一人确认后授予。',
  'holds-post': '账号已有岗位，不能改关联人员；请先撤去岗位。',
  'already-in-service': '已经转入正式运行。',
  'same-person': '三位管理员须是三个不同的人，且各用一个账号。',
  'above-own-clearance': '标记不能高于自己的知悉级别，否则自己也看不到了。',
  'already-answered': '这条异议已经答复。',
  'own-objection': '自己提出的异议须由他人答复。',
  'too-long': '代理最长半年；更久请办理任免。',
  'not-the-holder': '此人在这些日子里不担任这一职务。',
  'not-concerned': '只有本人、代理人或整改办可以办理。',
  'not-acting-now': '这项代理今天不生效。',
  'handover-over': '这次交接已经结束。',
  'already-confirmed': '你已经确认过了。',
  'personal-register': '个人登记簿的查阅人、填报人和保存期限由业务包规定，只能收紧，不能放宽；也不能新建个人登记簿。',
  'factor-first': '正式运行后整改办登录须第二重验证：请先在“我的账号”登记一种，再转入。',
} satisfies Record<Refusal, string> & Readonly<Record<string, string>>

export type Text = typeof zh
