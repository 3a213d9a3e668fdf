import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { unused } from '#core/register/check-change.ts'
import { Icon } from '#web/_components/icon.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { titleIn } from '../model/names.ts'
import { registersKey, type RegistersView, useRegisters } from '../use-registers.ts'
import { DefinitionView } from './definition-view.tsx'
import { Editor } from './editor.tsx'
import { draftOf, emptyDraft } from './model/draft.ts'
import { useDefinitionText } from './use-text.ts'
import '../registers.css'
import './definition.css'

/** 登记簿定义: what a register asks, of whom, when and how it counts; the office changes it here. */
export function Definition() {
  const { register } = useParams({ from: '/framed/registers/$register/definition' })
  const view = useRegisters()
  const answer = useQuery({ queryKey: [...registersKey, 'definition', register], queryFn: () => client.register.definition({ register }) })
  const failureText = useFailureText()
  const text = useDefinitionText()
  const language = useLanguage()
  const [isEdited, setIsEdited] = useState(false)
  const failed = answer.error ?? view.error
  if (failed !== null) return <Frame title={text.title}>{<p className="notice error">{failureText(failed)}</p>}</Frame>
  if (answer.data === undefined || view.data === undefined) {
    return (
      <Frame title={text.title}>
        <p className="quiet">{text.loading}</p>
      </Frame>
    )
  }
  const known = answer.data
  return (
    <Frame title={titleIn(language, known.register)}>
      {isEdited ? (
        <Editor
          key={known.version}
          before={known}
          start={draftOf(known.register)}
          view={view.data}
          send={async (definition) => {
            await client.register.change({ register, version: known.version, definition })
            tell('done', text.saved)
            setIsEdited(false)
            await forget()
          }}
          onReload={() => {
            setIsEdited(false)
            void forget()
          }}
          onCancel={() => setIsEdited(false)}
        />
      ) : (
        <DefinitionView known={known} view={view.data} onEdit={() => setIsEdited(true)} onChanged={forget} />
      )}
    </Frame>
  )
}

/** 新增登记簿. */
export function NewDefinition() {
  const view = useRegisters()
  const text = useDefinitionText()
  return (
    <Frame title={text.addTitle}>
      {view.data === undefined ? <p className="quiet">{text.loading}</p> : <NewEditor view={view.data} />}
    </Frame>
  )
}

function NewEditor({ view }: { readonly view: RegistersView }) {
  const text = useDefinitionText()
  const navigate = useNavigate()
  const [start] = useState(() => emptyDraft(view.pack.groups[0]?.id ?? ''))
  return (
    <Editor
      before={{ register: null, use: unused }}
      start={start}
      view={view}
      send={async (definition) => {
        const added = await client.register.add({ definition })
        tell('done', text.saved)
        await forget()
        await navigate({ to: '/registers/$register/definition', params: { register: added.register.id } })
      }}
      onReload={() => void forget()}
      onCancel={() => void navigate({ to: '/registers' })}
    />
  )
}

async function forget(): Promise<void> {
  await queries.invalidateQueries({ queryKey: registersKey })
}

function Frame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const text = useDefinitionText()
  return (
    <div className="page narrow definition">
      <PageTitle words={title} />
      <p className="back">
        <Link to="/registers">
          <Icon name="left" />
          {text.back}
        </Link>
      </p>
      <h1>{title}</h1>
      {children}
    </div>
  )
}
