import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { CountedSource } from '#core/counting/condition.ts'
import type { Counting } from '#core/counting/counting.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { Definition } from '#core/terms/definition.ts'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { tell } from '#web/_lib/toast.ts'
import { definitionWords } from '#web/_words/definition/words.ts'
import { useReadingWords } from '#web/_words/reading/words.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { blank, countingOf, replaced } from './edits.ts'
import { type Ground, useLookup } from './ground.ts'
import { MeasureFields } from './measure-fields.tsx'
import { Part, Pick } from './parts.tsx'
import { Preview } from './preview.tsx'
import { type OtherCommitment, RestFields } from './rest-fields.tsx'
import { ScopeFields } from './scope-fields.tsx'
import { SourceFields } from './source-fields.tsx'
import { useEditorText } from './use-text.ts'
import './definition-editor.css'

interface DefinitionEditorProps {
  readonly id: CommitmentId
  readonly title: string
  /** The commitment's own words. */
  readonly words: string
  readonly reading: Reading
  /** Of the definition that stands; 0: none. */
  readonly version: number
  readonly start: Definition | null
  readonly ground: Ground
  readonly others: readonly OtherCommitment[]
  readonly onSaved: () => Promise<void>
  readonly onClose: () => void
}

/** How one commitment is counted, built from the registers' fields, with what it would come to. */
export function DefinitionEditor({ id, title, words, reading, version, start, ground, others, onSaved, onClose }: DefinitionEditorProps) {
  const text = useEditorText()
  const readingWords = useReadingWords()
  const failureText = useFailureText()
  const look = useLookup(ground, new Map(others.map((each) => [each.id, each.ref])))
  const [definition, setDefinition] = useState<Definition>(() => start ?? blank(ground.organisation))
  const save = useMutation({
    mutationFn: () => client.counting.define({ id, version, definition }),
    onSuccess: async () => {
      tell('done', text.saved)
      await onSaved()
      onClose()
    },
    onError: (error) => tell('error', failureText(error)),
  })
  const { counting } = definition
  const setSources = (sources: readonly CountedSource[]): void => {
    const register = ground.registers.find((each) => each.id === sources[0]?.register)
    if (register === undefined) return setDefinition({ ...definition, counting: null })
    setDefinition({ ...definition, counting: { ...(counting ?? countingOf(register)), sources } })
  }
  return (
    <Dialog title={text.title(title)} onClose={onClose} wide>
      <div className="body definition-editor">
        <q lang="zh-CN">{words}</q>
        <p className="how" lang={look.language === 'zh' ? 'zh-CN' : 'en'}>
          {definitionWords(reading, definition, readingWords, look)}
        </p>
        <div className="parts">
          <Part title={text.sources}>
            <Sources counting={counting} ground={ground} look={look} onChange={setSources} />
            {counting !== null && counting.sources.length > 1 ? (
              <Pick
                label={text.sources}
                value={counting.mode}
                options={(['any', 'all'] as const).map((value) => ({ value, label: text.mode[value] }))}
                onChange={(mode) => setDefinition({ ...definition, counting: { ...counting, mode: mode === 'all' ? 'all' : 'any' } })}
              />
            ) : null}
          </Part>
          <Part title={text.scope}>
            <ScopeFields
              definition={definition}
              ground={ground}
              look={look}
              onChange={(scope) => setDefinition({ ...definition, scope })}
            />
          </Part>
          {counting === null ? null : (
            <>
              <Part title={text.measure}>
                <MeasureFields
                  measure={definition.measure}
                  counting={counting}
                  ground={ground}
                  look={look}
                  onChange={(measure) => setDefinition({ ...definition, measure })}
                />
              </Part>
              <Part title={text.rest}>
                <RestFields
                  definition={definition}
                  counting={counting}
                  reading={reading}
                  ground={ground}
                  look={look}
                  others={others}
                  onChange={setDefinition}
                />
              </Part>
            </>
          )}
        </div>
        <Preview id={id} definition={definition} unit={reading.unit?.value ?? ''} look={look} />
      </div>
      <div className="foot">
        <button type="button" className="button" onClick={onClose}>
          {text.cancel}
        </button>
        <button type="button" className="button primary" disabled={save.isPending} onClick={() => save.mutate()}>
          {text.save}
        </button>
      </div>
    </Dialog>
  )
}

interface SourcesProps {
  readonly counting: Counting | null
  readonly ground: Ground
  readonly look: ReturnType<typeof useLookup>
  readonly onChange: (sources: readonly CountedSource[]) => void
}

function Sources({ counting, ground, look, onChange }: SourcesProps) {
  const text = useEditorText()
  const sources = counting?.sources ?? []
  const [register] = ground.registers
  return (
    <>
      {sources.length === 0 ? (
        <SourceFields label={text.register} source={null} mayLink ground={ground} look={look} onChange={(source) => onChange([source])} />
      ) : null}
      {sources.map((source, index) => (
        <div key={`${source.register} ${String(index)}`} className="with">
          <SourceFields
            label={text.register}
            source={source}
            mayLink
            ground={ground}
            look={look}
            onChange={(next) => onChange(replaced(sources, index, next))}
          />
          {sources.length > 1 ? (
            <button type="button" className="button small quiet" onClick={() => onChange(replaced(sources, index, null))}>
              {text.remove}
            </button>
          ) : null}
        </div>
      ))}
      {sources.length > 0 && register !== undefined ? (
        <button type="button" className="button small" onClick={() => onChange([...sources, { register: register.id, where: null }])}>
          {text.addSource}
        </button>
      ) : null}
    </>
  )
}
