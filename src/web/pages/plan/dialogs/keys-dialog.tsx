import { Dialog } from '#web/_components/dialog.tsx'
import { usePlanText } from '../context.ts'

/** The keys of the draft. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { text } = usePlanText()
  const keys = [
    ['↑ ↓ k j', text.keys.move],
    ['Enter', text.keys.open],
    ['e', text.keys.edit],
    ['s', text.keys.split],
    ['m', text.keys.merge],
    ['d', text.keys.discard],
    ['a', text.keys.add],
    ['Esc', text.keys.leave],
  ] as const
  return (
    <Dialog title={text.keyboard} onClose={onClose}>
      <dl className="body keys-list">
        {keys.map(([pressed, words]) => (
          <div key={pressed}>
            <dt>
              {pressed.split(' ').map((key) => (
                <kbd key={key} className="kbd">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
