import { ConfigProvider, type ConfigProviderProps } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import 'dayjs/locale/zh-cn'
import { nonce } from '#web/_lib/nonce.ts'
import { useLanguage } from '#web/_lib/language.ts'
import type { OpenDialog } from '../../model/state.ts'
import type { PlanView } from '../../model/view.ts'
import type { Run } from '../../use-plan.ts'
import { AddForm } from './add-form.tsx'
import { EditForm } from './edit-form.tsx'
import { SplitForm } from './split-form.tsx'
import './forms.css'

/** What every form gets. */
export interface FormProps {
  readonly view: PlanView
  readonly run: Run
  readonly isBusy: boolean
  readonly onClose: () => void
}

type FormDialog = Extract<OpenDialog, { kind: 'edit' | 'define' | 'split' | 'add' }>

const theme: NonNullable<ConfigProviderProps['theme']> = {
  token: {
    colorPrimary: '#174b7f',
    colorInfo: '#174b7f',
    colorText: '#1a2734',
    borderRadius: 6,
    fontFamily: 'inherit',
    colorBorder: '#c3ced9',
  },
}

/** The forms made of antd, in its locale and with our colours. */
export function Forms({ dialog, ...rest }: FormProps & { readonly dialog: FormDialog }) {
  const language = useLanguage()
  return (
    <ConfigProvider button={{ autoInsertSpace: false }} csp={{ nonce }} theme={theme} locale={language === 'zh' ? zhCN : enUS}>
      <Form dialog={dialog} {...rest} />
    </ConfigProvider>
  )
}

function Form({ dialog, ...rest }: FormProps & { readonly dialog: FormDialog }) {
  if (dialog.kind === 'add') return <AddForm {...rest} span={dialog.span} near={dialog.near} />
  const commitment = rest.view.commitments.find(({ id }) => id === dialog.id)
  if (commitment === undefined) return null
  if (dialog.kind === 'split') return <SplitForm key={commitment.id} {...rest} commitment={commitment} />
  return <EditForm key={commitment.id} {...rest} commitment={commitment} questionId={dialog.kind === 'define' ? dialog.questionId : null} />
}
