import { namesIn } from '#core/org/sheet-words.ts'
import { client } from '#web/_lib/client.ts'
import { type OpenForm, usePage } from '../context.ts'
import { useOrganisationText } from '../use-text.ts'
import { ORG_KINDS, orgChoices } from './choices.ts'
import { FieldsDialog } from './fields-dialog.tsx'

interface OrgFormProps {
  readonly form: Extract<OpenForm, { kind: 'addOrg' | 'renameOrg' | 'moveOrg' | 'closeOrg' | 'setAliases' | 'chooseAlias' }>
  readonly onClose: () => void
}

/** Forms about one org. */
export function OrgForm({ form, onClose }: OrgFormProps) {
  const text = useOrganisationText()
  const { directory, asOf, run, isBusy, show } = usePage()
  const rest = { isBusy, onClose }
  const from = { name: 'from', label: text.form.from, kind: 'day', value: asOf } as const
  const parents = (without: string | null) => [{ value: '', label: text.org.noParent }, ...orgChoices(directory, without)]
  const parent = { name: 'parent', label: text.org.parent, kind: 'choice', isOptional: true } as const
  if (form.kind === 'addOrg') {
    const kinds = ORG_KINDS.map((kind) => ({ value: kind, label: text.kind[kind] }))
    return (
      <FieldsDialog
        {...rest}
        title={text.org.add}
        fields={[
          { name: 'name', label: text.org.name, kind: 'text', value: form.name ?? '' },
          { ...parent, value: form.parent ?? '', choices: parents(null) },
          {
            name: 'kind',
            label: text.org.kind,
            kind: 'choice',
            value: form.parent === null ? 'institution' : 'department',
            choices: kinds,
          },
          { name: 'aliases', label: text.org.aliases, kind: 'text', value: '', isOptional: true, hint: text.org.aliasHint },
          from,
        ]}
        onSubmit={async (values) => {
          const added = await run(
            (version) =>
              client.organisation.addOrg({
                version,
                name: values['name'] ?? '',
                parent: idOrNull(values['parent']),
                kind: ORG_KINDS.find((kind) => kind === values['kind']) ?? 'department',
                aliases: [...namesIn(values['aliases'] ?? '')],
                from: values['from'] ?? '',
              }),
            text.done.added,
          )
          if (added !== null && form.name === undefined) show({ kind: 'org', id: added.id })
          return added !== null
        }}
      />
    )
  }
  if (form.kind === 'chooseAlias') {
    return (
      <FieldsDialog
        {...rest}
        title={`“${form.name}” ${text.plan.chooseAlias}`}
        fields={[
          {
            name: 'org',
            label: text.relation.org,
            kind: 'choice',
            value: '',
            choices: [{ value: '', label: '' }, ...orgChoices(directory)],
          },
        ]}
        onSubmit={async (values) => {
          const org = directory.orgs.get(values['org'] ?? '')
          if (org === undefined) return false
          const aliases = [...org.aliases, form.name]
          return (await run((version) => client.organisation.setAliases({ id: org.id, version, aliases }), text.done.saved)) !== null
        }}
      />
    )
  }
  const id = form.org
  const org = directory.orgs.get(id)
  if (org === undefined) return null
  switch (form.kind) {
    case 'renameOrg':
      return (
        <FieldsDialog
          {...rest}
          title={`${text.org.rename} · ${org.name}`}
          fields={[{ name: 'name', label: text.org.name, kind: 'text', value: org.name }, from]}
          onSubmit={async (values) => {
            const asked = { id, name: values['name'] ?? '', from: values['from'] ?? '' }
            return (await run((version) => client.organisation.renameOrg({ ...asked, version }), text.done.renamed)) !== null
          }}
        />
      )
    case 'moveOrg':
      return (
        <FieldsDialog
          {...rest}
          title={`${text.org.move} · ${org.name}`}
          fields={[{ ...parent, value: org.parent ?? '', choices: parents(id) }, from]}
          onSubmit={async (values) => {
            const asked = { id, parent: idOrNull(values['parent']), from: values['from'] ?? '' }
            return (await run((version) => client.organisation.moveOrg({ ...asked, version }), text.done.moved)) !== null
          }}
        />
      )
    case 'closeOrg':
      return (
        <FieldsDialog
          {...rest}
          title={`${text.org.close} · ${org.name}`}
          words={text.org.closeWords}
          fields={[{ name: 'to', label: text.form.to, kind: 'day', value: asOf }]}
          onSubmit={async (values) =>
            (await run((version) => client.organisation.closeOrg({ id, version, to: values['to'] ?? '' }), text.done.closed)) !== null
          }
        />
      )
    case 'setAliases':
      return (
        <FieldsDialog
          {...rest}
          title={`${text.org.aliases} · ${org.name}`}
          fields={[
            {
              name: 'aliases',
              label: text.org.aliases,
              kind: 'text',
              value: org.aliases.join('、'),
              isOptional: true,
              hint: text.org.aliasHint,
            },
          ]}
          onSubmit={async (values) => {
            const aliases = [...namesIn(values['aliases'] ?? '')]
            return (await run((version) => client.organisation.setAliases({ id, version, aliases }), text.done.saved)) !== null
          }}
        />
      )
  }
}

function idOrNull(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value
}
