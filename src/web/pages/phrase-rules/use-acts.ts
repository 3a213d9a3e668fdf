import type { PhraseRule, RuleWords } from '#core/phrase-rule/phrase-rule.ts'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { Text } from './text.zh.ts'

/** A rule as the server lists it. */
export type ListedRule = Awaited<ReturnType<typeof client.phraseRule.list>>['items'][number]

/** What can be done with rules. A form shows itself what fails, and asks for the rules again. */
export function useActs(text: Text) {
  const failureText = useFailureText()
  const run = async (act: () => Promise<unknown>, done?: string): Promise<void> => {
    try {
      await act()
      if (done !== undefined) tell('done', done)
    } catch (error) {
      tell('error', failureText(error))
    }
    await again()
  }
  const importFile = async (file: File): Promise<void> => {
    const content = rulesIn(await file.text())
    if (content === null) return tell('error', text.notRules(file.name))
    await run(async () => {
      const { added, same, unusable } = await client.phraseRule.import(content)
      tell('done', text.imported(added, same))
      if (unusable.length > 0) tell('error', text.unusable(unusable.map(({ phrase }) => `“${phrase}”`).join('、')))
    })
  }
  return {
    run,
    importFile,
    add: async (words: RuleWords): Promise<void> => {
      await client.phraseRule.add(words)
      tell('done', text.done.kept)
    },
    change: async ({ id, version }: ListedRule, words: RuleWords): Promise<void> => {
      await client.phraseRule.change({ id, version, ...words })
      tell('done', text.done.changed)
    },
    switchRule: ({ id, version, isOn }: ListedRule): Promise<void> =>
      run(() => client.phraseRule.switch({ id, version, isOn: !isOn }), isOn ? text.done.switchedOff : text.done.switchedOn),
    remove: async ({ id, version }: ListedRule, reason: string): Promise<void> => {
      await client.phraseRule.remove({ id, version, reason })
      tell('done', text.done.removed)
    },
  }
}

function again(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['phrase-rules'] })
}

interface Rules {
  readonly format: 'xiaohao-phrase-rules'
  readonly version: 1
  readonly rules: PhraseRule[]
}

/** The rules of a file; what stands in each the server looks at. */
function rulesIn(content: string): Rules | null {
  try {
    const read: unknown = JSON.parse(content)
    return isRules(read) ? read : null
  } catch {
    return null
  }
}

function isRules(read: unknown): read is Rules {
  return (
    typeof read === 'object' &&
    read !== null &&
    'format' in read &&
    read.format === 'xiaohao-phrase-rules' &&
    'rules' in read &&
    Array.isArray(read.rules)
  )
}
