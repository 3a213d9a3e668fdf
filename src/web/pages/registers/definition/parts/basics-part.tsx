import { Field } from '#web/_components/field.tsx'
import { useLanguage } from '#web/_lib/language.ts'
import { titleIn } from '../../model/names.ts'
import { useDefinitionText } from '../use-text.ts'
import { Choice } from './choice.tsx'
import type { PartProps } from './part.ts'

/** Title, group, acceptance and reach. */
export function BasicsPart({ draft, setDraft, view, wrong, isTried }: PartProps) {
  const text = useDefinitionText()
  const language = useLanguage()
  const { accepted, sensitivities } = text
  return (
    <fieldset>
      <legend>{text.basics}</legend>
      <div className="grid">
        <Field
          label={text.name}
          value={draft.title}
          maxLength={60}
          autoFocus
          wrong={isTried && draft.title.trim() === '' ? text.needed : undefined}
          onChange={(event) => setDraft((known) => ({ ...known, title: event.target.value }))}
        />
        <Field
          label={text.nameEn}
          value={draft.titleEn}
          maxLength={120}
          onChange={(event) => setDraft((known) => ({ ...known, titleEn: event.target.value }))}
        />
        <Choice
          label={text.group}
          value={draft.group}
          choices={view.pack.groups.map((group) => [group.id, titleIn(language, group)])}
          wrong={wrong('group')}
          onChange={(group) => setDraft((known) => ({ ...known, group }))}
        />
        <Choice
          label={text.acceptance}
          value={draft.acceptance}
          choices={[
            ['none', accepted.none],
            ['unitHead', accepted.unitHead],
            ['office', accepted.office],
          ]}
          onChange={(acceptance) => setDraft((known) => ({ ...known, acceptance }))}
        />
        <Choice
          label={text.sensitivity}
          value={draft.sensitivity}
          choices={[
            ['open', sensitivities.open],
            ['internal', sensitivities.internal],
            ...(draft.sensitivity === 'personal' ? [['personal', sensitivities.personal] as const] : []),
          ]}
          onChange={(sensitivity) => setDraft((known) => ({ ...known, sensitivity }))}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={!draft.needsEvidence}
          onChange={(event) => setDraft((known) => ({ ...known, needsEvidence: !event.target.checked }))}
        />
        {text.noEvidence}
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={draft.isRetired}
          onChange={(event) => setDraft((known) => ({ ...known, isRetired: event.target.checked }))}
        />
        {text.isRetired}
      </label>
    </fieldset>
  )
}
