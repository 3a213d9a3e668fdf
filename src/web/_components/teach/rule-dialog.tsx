import { useState } from 'react'
import type { RuleWords } from '#core/phrase-rule/phrase-rule.ts'
import { Field } from '#web/_components/field.tsx'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { useRegisters } from '#web/_lib/registers.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { RulePreview } from './rule-preview.tsx'
import { TeachingFields } from './teaching-fields.tsx'
import { useTeachText } from './use-teach-text.ts'
import './teach.css'

interface RuleDialogProps {
  readonly title: string
  readonly first: RuleWords
  /** The rule that is changed. */
  readonly instead: string | null
  /** Whether what it changes is shown at once. */
  readonly isPreviewed: boolean
  readonly onKeep: (words: RuleWords) => Promise<void>
  readonly onClose: () => void
}

/** A rule, put right by a person before it is kept, with what it would change. */
export function RuleDialog({ title, first, instead, isPreviewed, onKeep, onClose }: RuleDialogProps) {
  const text = useTeachText()
  const failureText = useFailureText()
  const { registers } = useRegisters()
  const [words, setWords] = useState(first)
  const [tried, setTried] = useState<RuleWords | null>(isPreviewed ? first : null)
  const keep = useAct(['phrase-rules'], () => onKeep(words), onClose)
  return (
    <FormDialog
      title={title}
      cancel={text.cancel}
      submit={text.keep}
      wide
      className="teach"
      act={keep}
      failureText={failureText}
      onClose={onClose}
    >
      <Field
        label={text.phrase}
        hint={text.phraseHint}
        value={words.phrase}
        maxLength={60}
        required
        onChange={(event) => setWords({ ...words, phrase: event.target.value })}
      />
      <TeachingFields teaches={words.teaches} registers={registers ?? new Map()} onChange={(teaches) => setWords({ ...words, teaches })} />
      <Field
        label={text.example}
        value={words.example}
        maxLength={500}
        onChange={(event) => setWords({ ...words, example: event.target.value })}
      />
      <button type="button" className="button small" disabled={words.phrase.trim() === ''} onClick={() => setTried(words)}>
        {text.tryIt}
      </button>
      {tried === null ? null : <RulePreview words={tried} instead={instead} />}
    </FormDialog>
  )
}
