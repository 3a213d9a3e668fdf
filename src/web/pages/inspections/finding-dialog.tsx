import { useState } from 'react'
import type { InspectionFindingView } from '#contract/inspection.ts'
import type { InspectionFindingAct } from '#core/inspection/finding.ts'
import { DialogFoot } from '#web/_components/dialog-foot.tsx'
import { Dialog } from '#web/_components/dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { FailureNotice } from './failure-notice.tsx'
import { PhotoInput } from './photo-input.tsx'
import { PhotoLinks } from './photo-links.tsx'
import { dialogPlace } from './photo-places.ts'
import { useInspectionAct } from './use-act.ts'
import { type TakenPhoto, usePhotoQueue } from './use-photo-queue.ts'
import { useInspectionText } from './use-text.ts'

/** Asks for the words of an act on a finding, with photos, and does it. */
export function FindingDialog({
  finding: { id, inspection, version, words },
  act,
  onClose,
}: {
  readonly finding: InspectionFindingView
  readonly act: InspectionFindingAct
  readonly onClose: () => void
}) {
  const text = useInspectionText()
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<readonly TakenPhoto[]>([])
  const place = dialogPlace(inspection, `${act}:${id}`)
  const queue = usePhotoQueue(place, (_, photo) => setPhotos((before) => [...before, photo]))
  const leave = (): void => {
    queue.giveUp(place)
    onClose()
  }
  const run = useInspectionAct(
    () => client.inspection.actOnFinding({ id, version, act, note, photos: photos.map(({ evidence }) => evidence) }),
    onClose,
  )
  return (
    <Dialog title={text.findingActs[act]} onClose={leave}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          run.mutate()
        }}
      >
        <div className="body">
          <p className="insp-words">{words}</p>
          <p className="quiet">{text.findingActHints[act]}</p>
          {act === 'raise' ? null : (
            <>
              <label className="field">
                <span className="label">{text.note}</span>
                <textarea className="input" rows={4} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
              </label>
              <PhotoInput queue={queue} place={place} />
              <PhotoLinks photos={photos} />
            </>
          )}
          <FailureNotice error={run.error} />
        </div>
        <DialogFoot
          cancel={text.cancel}
          submit={text.findingActs[act]}
          isBusy={run.isPending || queue.waiting.length > 0}
          onClose={leave}
        />
      </form>
    </Dialog>
  )
}
