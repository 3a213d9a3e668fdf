import { KeyForm } from '#web/_components/key-file/key-form.tsx'
import { api } from '#web/_lib/api.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { useText } from '#web/_lib/language.ts'
import { useErrorText } from '#web/_words/failure/words.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

/** The second step of signing in with a key file. Loaded when it is chosen. */
export function KeyFactor({ onGiven }: { readonly onGiven: () => Promise<void> }) {
  const text = useText({ zh, en })
  const wordsOf = useErrorText()
  return (
    <KeyForm
      submit={text.submitKey}
      challenge={async () => (await (await api()).session.challenge()).challenge}
      onSigned={async ({ challenge, signature }) => {
        await (await api()).session.giveSignature({ challenge, signature })
        await onGiven()
      }}
      wordsOf={(error) => {
        const { code } = failureOf(error)
        return code === 'UNAUTHENTICATED' ? text.wrongKey : code === 'TOO_MANY_REQUESTS' ? text.tooMany : wordsOf(error)
      }}
    />
  )
}
