import { client } from '#web/_lib/client.ts'
import { type OpenForm, usePage } from '../context.ts'
import { useOrganisationText } from '../use-text.ts'
import { leaderChoices, memberChoices, partyOfChoice, RELATION_KINDS, ruleChoices } from './choices.ts'
import { FieldsDialog } from './fields-dialog.tsx'

interface GroupFormProps {
  readonly form: Extract<OpenForm, { kind: 'addGroup' | 'addMember' | 'addRelation' | 'endMember' | 'endRelation' }>
  readonly onClose: () => void
}

/** Forms about groups, and about who looks after which org. */
export function GroupForm({ form, onClose }: GroupFormProps) {
  const text = useOrganisationText()
  const { directory, asOf, run, isBusy, show } = usePage()
  const rest = { isBusy, onClose }
  const from = { name: 'from', label: text.form.from, kind: 'day', value: asOf } as const
  const nobody = { value: '', label: '' }
  switch (form.kind) {
    case 'addGroup':
      return (
        <FieldsDialog
          {...rest}
          title={text.addGroup}
          fields={[
            { name: 'name', label: text.group.name, kind: 'text', value: '' },
            {
              name: 'everyoneIn',
              label: text.group.rule,
              kind: 'choice',
              value: '',
              isOptional: true,
              choices: [{ value: '', label: text.group.named }, ...ruleChoices(directory, text)],
            },
          ]}
          onSubmit={async (values) => {
            const [org = '', reach = ''] = (values['everyoneIn'] ?? '').split(' ')
            const asked = {
              name: values['name'] ?? '',
              everyoneIn: org === '' ? null : org,
              reach: reach === 'all' ? 'all' : 'own',
            } as const
            const added = await run((version) => client.organisation.addGroup({ ...asked, version }), text.done.added)
            if (added !== null) show({ kind: 'group', id: added.id })
            return added !== null
          }}
        />
      )
    case 'addMember':
      return (
        <FieldsDialog
          {...rest}
          title={`${text.group.addMember} · ${directory.organisation.groups.find(({ id }) => id === form.group)?.name ?? ''}`}
          fields={[
            {
              name: 'member',
              label: text.group.member,
              kind: 'choice',
              value: '',
              hint: text.group.memberHint,
              choices: [nobody, ...memberChoices(directory, text)],
            },
            from,
          ]}
          onSubmit={async (values) => {
            const member = partyOfChoice(values['member'])
            if (member === null) return false
            const asked = { group: form.group, member, from: values['from'] ?? '' }
            return (await run((version) => client.organisation.addMember({ ...asked, version }), text.done.added)) !== null
          }}
        />
      )
    case 'addRelation':
      return (
        <FieldsDialog
          {...rest}
          title={`${text.relation.add} · ${directory.orgs.get(form.org)?.name ?? ''}`}
          fields={[
            {
              name: 'kind',
              label: text.relation.kind,
              kind: 'choice',
              value: 'inChargeOf',
              choices: RELATION_KINDS.map((kind) => ({ value: kind, label: text.relation.by[kind] })),
            },
            { name: 'leader', label: text.relation.leader, kind: 'choice', value: '', choices: [nobody, ...leaderChoices(directory)] },
            from,
          ]}
          onSubmit={async (values) => {
            const leader = partyOfChoice(values['leader'])
            if (leader === null) return false
            const asked = {
              kind: RELATION_KINDS.find((kind) => kind === values['kind']) ?? 'inChargeOf',
              leader,
              org: form.org,
              from: values['from'] ?? '',
            }
            return (await run((version) => client.organisation.addRelation({ ...asked, version }), text.done.added)) !== null
          }}
        />
      )
    case 'endMember':
    case 'endRelation':
      return (
        <FieldsDialog
          {...rest}
          title={`${form.kind === 'endMember' ? text.group.leave : text.relation.end} · ${form.name}`}
          fields={[{ name: 'to', label: text.form.to, kind: 'day', value: asOf }]}
          onSubmit={async (values) =>
            (await run((version) => client.organisation[form.kind]({ id: form.id, version, to: values['to'] ?? '' }), text.done.ended)) !==
            null
          }
        />
      )
  }
}
