import { Icon } from '#web/_components/icon.tsx'
import { addField } from '../model/draft.ts'
import { useDefinitionText } from '../use-text.ts'
import { FieldPart } from './field-part.tsx'
import type { PartProps } from './part.ts'

/** The fields of a register, in the order its form asks them. */
export function FieldsPart(props: PartProps) {
  const text = useDefinitionText()
  const { draft, setDraft, wrong } = props
  return (
    <fieldset>
      <legend>{text.fields}</legend>
      <p className="quiet">{text.fieldsWords}</p>
      <p className="notice">
        <Icon name="info" />
        {text.dignity}
      </p>
      {wrong('fields') === undefined ? null : <p className="notice error">{wrong('fields')}</p>}
      <ol className="fields">
        {draft.fields.map((field, index) => (
          <FieldPart key={field.id} {...props} field={field} index={index} />
        ))}
      </ol>
      <button type="button" className="button" onClick={() => setDraft(addField)}>
        <Icon name="plus" />
        {text.addField}
      </button>
    </fieldset>
  )
}
