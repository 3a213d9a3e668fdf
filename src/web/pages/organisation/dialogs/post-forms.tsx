import { client } from '#web/_lib/client.ts'
import { type OpenForm, usePage } from '../context.ts'
import { useOrganisationText } from '../use-text.ts'
import { FieldsDialog, type Values } from './fields-dialog.tsx'

interface PostFormProps {
  readonly form: Extract<OpenForm, { kind: 'addPost' | 'closePost' | 'appoint' | 'endHolding' }>
  readonly onClose: () => void
}

/** Forms about posts and who holds them. */
export function PostForm({ form, onClose }: PostFormProps) {
  const text = useOrganisationText()
  const { directory, asOf, run, isBusy } = usePage()
  const rest = { isBusy, onClose }
  const from = { name: 'from', label: text.form.from, kind: 'day', value: asOf } as const
  const to = { name: 'to', label: text.form.to, kind: 'day', value: asOf } as const
  switch (form.kind) {
    case 'addPost':
      return (
        <FieldsDialog
          {...rest}
          title={`${text.post.add} · ${directory.orgs.get(form.org)?.name ?? ''}`}
          fields={[
            { name: 'title', label: text.post.title, kind: 'text', value: '' },
            {
              name: 'rank',
              label: text.post.rank,
              kind: 'text',
              value: '',
              isOptional: true,
              hint: text.post.rankHint,
              offers: ranksIn(directory),
            },
            { name: 'isHead', label: text.post.isHead, kind: 'tick', value: '' },
            { name: 'isForOne', label: text.post.isForOne, kind: 'tick', value: 'yes' },
            { ...from, value: directory.orgs.get(form.org)?.since ?? asOf },
          ]}
          onSubmit={async (values) => {
            const asked = {
              org: form.org,
              title: values['title'] ?? '',
              rank: values['rank'] ?? '',
              isHead: values['isHead'] === 'yes',
              isForOne: values['isForOne'] === 'yes',
              from: values['from'] ?? '',
            }
            return (await run((version) => client.organisation.addPost({ ...asked, version }), text.done.added)) !== null
          }}
        />
      )
    case 'closePost':
      return (
        <FieldsDialog
          {...rest}
          title={`${text.post.close} · ${directory.posts.get(form.post)?.title ?? ''}`}
          fields={[to]}
          onSubmit={async (values) =>
            (await run(
              (version) => client.organisation.closePost({ id: form.post, version, to: values['to'] ?? '' }),
              text.done.closed,
            )) !== null
          }
        />
      )
    case 'appoint': {
      const appoint = async (version: number, values: Values): Promise<object> => {
        const name = (values['person'] ?? '').trim()
        const isAnother = values['isAnother'] === 'yes'
        const known = isAnother ? undefined : [...directory.people.values()].find((person) => person.name === name)
        const asked = { post: form.post, from: values['from'] ?? '' }
        if (known !== undefined) return client.organisation.appoint({ ...asked, person: known.id, version })
        return client.organisation.appointNew({ ...asked, name, isAnother, version })
      }
      return (
        <FieldsDialog
          {...rest}
          title={`${text.post.appoint} · ${directory.posts.get(form.post)?.title ?? ''}`}
          fields={[
            {
              name: 'person',
              label: text.post.person,
              kind: 'text',
              value: '',
              hint: text.post.personHint,
              offers: [...new Set([...directory.people.values()].map(({ name }) => name))],
            },
            from,
            { name: 'isAnother', label: text.post.another, kind: 'tick', value: '' },
          ]}
          onSubmit={async (values) => (await run((version) => appoint(version, values), text.done.appointed)) !== null}
        />
      )
    }
    case 'endHolding':
      return (
        <FieldsDialog
          {...rest}
          title={`${text.post.end} · ${form.name}`}
          fields={[to]}
          onSubmit={async (values) =>
            (await run((version) => client.organisation.endHolding({ id: form.id, version, to: values['to'] ?? '' }), text.done.ended)) !==
            null
          }
        />
      )
  }
}

function ranksIn({ posts }: { readonly posts: ReadonlyMap<string, { readonly rank: string }> }): readonly string[] {
  return [...new Set([...posts.values()].map(({ rank }) => rank).filter((rank) => rank !== ''))]
}
