import { Icon } from '#web/_components/icon.tsx'
import { Only } from '#web/_components/only.tsx'
import { client } from '#web/_lib/client.ts'
import { usePage } from './context.ts'
import { useOrganisationText } from './use-text.ts'

interface EmptyPageProps {
  readonly onImport: () => void
  readonly onTemplate: () => void
}

/** What to do where there is no organisation yet. */
export function EmptyPage({ onImport, onTemplate }: EmptyPageProps) {
  const text = useOrganisationText()
  const { open, run, isBusy } = usePage()
  return (
    <section className="no-organisation" aria-labelledby="no-organisation">
      <h2 id="no-organisation">{text.empty.title}</h2>
      <p>{text.empty.words}</p>
      <Only may="organisation:edit">
        <div className="ways">
          <button type="button" className="button primary" onClick={onImport}>
            <Icon name="upload" />
            {text.empty.import}
          </button>
          <button
            type="button"
            className="button"
            title={text.empty.sampleHint}
            disabled={isBusy}
            onClick={() => void run(() => client.organisation.loadSample(), text.done.sample)}
          >
            {text.empty.sample}
          </button>
        </div>
        <div className="ways">
          <button type="button" className="button quiet small" onClick={onTemplate}>
            <Icon name="download" />
            {text.empty.template}
          </button>
          <button type="button" className="button quiet small" onClick={() => open({ kind: 'addOrg', parent: null })}>
            <Icon name="plus" />
            {text.empty.first}
          </button>
        </div>
      </Only>
    </section>
  )
}
