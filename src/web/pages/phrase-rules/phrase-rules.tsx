import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { RuleWords } from '#core/phrase-rule/phrase-rule.ts'
import { NotOpened, Opening } from '#web/_components/opening.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { RuleDialog } from '#web/_components/teach/rule-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { useText } from '#web/_lib/language.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import { RuleTable } from './rule-table.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import { type ListedRule, useActs } from './use-acts.ts'
import './phrase-rules.css'

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'change'; readonly rule: ListedRule }
  | { readonly kind: 'remove'; readonly rule: ListedRule }

const nothing: RuleWords = { phrase: '', teaches: { kind: 'unit', unit: '次' }, example: '' }

/** 短语规则: what people have taught, where it was used, and everything that can be done with it. */
export function PhraseRules() {
  const text = useText({ zh, en })
  const acts = useActs(text)
  const rules = useQuery({ queryKey: ['phrase-rules'], queryFn: async () => (await client.phraseRule.list()).items })
  const [open, setOpen] = useState<Open | null>(null)
  const [showsRemoved, setShowsRemoved] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  if (rules.isPending) return <Opening words={text.loading} />
  if (rules.isError) return <NotOpened error={rules.error} missing={text.none} back={text.cancel} />
  const shown = rules.data.filter(({ removed }) => showsRemoved || removed === null)
  const close = (): void => setOpen(null)
  return (
    <div className="page phrase-rules">
      <PageTitle words={text.title} />
      <header>
        <h1>{text.title}</h1>
        <p className="quiet">{text.intro}</p>
        <div className="acts">
          <button type="button" className="button primary" onClick={() => setOpen({ kind: 'add' })}>
            {text.add}
          </button>
          <button type="button" className="button" onClick={() => input.current?.click()}>
            {text.import}
          </button>
          <button
            type="button"
            className="button"
            disabled={rules.data.every(({ removed }) => removed !== null)}
            onClick={() => void acts.run(async () => saveFile(await client.phraseRule.export()))}
          >
            {text.export}
          </button>
          <label className="phrase-rules-removed">
            <input type="checkbox" checked={showsRemoved} onChange={(event) => setShowsRemoved(event.target.checked)} />
            {text.showRemoved}
          </label>
        </div>
      </header>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={text.import}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void acts.importFile(file)
        }}
      />
      {shown.length === 0 ? (
        <p className="notice">{text.none}</p>
      ) : (
        <RuleTable
          rules={shown}
          text={text}
          onChange={(rule) => setOpen({ kind: 'change', rule })}
          onSwitch={(rule) => void acts.switchRule(rule)}
          onRemove={(rule) => setOpen({ kind: 'remove', rule })}
        />
      )}
      {open?.kind === 'add' ? (
        <RuleDialog isPreviewed={false} title={text.addTitle} first={nothing} instead={null} onKeep={acts.add} onClose={close} />
      ) : null}
      {open?.kind === 'change' ? (
        <RuleDialog
          isPreviewed={false}
          title={text.changeTitle}
          first={{ phrase: open.rule.phrase, teaches: open.rule.teaches, example: open.rule.example }}
          instead={open.rule.id}
          onKeep={(words) => acts.change(open.rule, words)}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'remove' ? (
        <RemoveDialog rule={open.rule} text={text} onRemove={(reason) => acts.remove(open.rule, reason)} onClose={close} />
      ) : null}
    </div>
  )
}

function saveFile(file: File): void {
  download(file, file.name)
}
