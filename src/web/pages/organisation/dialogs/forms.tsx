import type { OpenForm } from '../context.ts'
import { GroupForm } from './group-forms.tsx'
import { OrgForm } from './org-forms.tsx'
import { PostForm } from './post-forms.tsx'

/** The form that is open. */
export function Forms({ form, onClose }: { readonly form: OpenForm; readonly onClose: () => void }) {
  switch (form.kind) {
    case 'addOrg':
    case 'renameOrg':
    case 'moveOrg':
    case 'closeOrg':
    case 'setAliases':
    case 'chooseAlias':
      return <OrgForm form={form} onClose={onClose} />
    case 'addPost':
    case 'closePost':
    case 'appoint':
    case 'endHolding':
      return <PostForm form={form} onClose={onClose} />
    case 'addGroup':
    case 'addMember':
    case 'addRelation':
    case 'endMember':
    case 'endRelation':
      return <GroupForm form={form} onClose={onClose} />
  }
}
