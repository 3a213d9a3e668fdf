import { useState } from 'react'
import type { InspectionFindingView } from '#contract/inspection.ts'
import type { InspectionFindingAct } from '#core/inspection/finding.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { PhotoInput } from './photo-input.tsx'
import { PhotoLinks } from './photo-links.tsx'
import { dialogPlace } from './photo-places.ts'
import { useInspectionAct } from './use-act.ts'
import { type TakenPhoto, usePhotoQueue } from './use-photo-queue.ts'
import { useInspectionFailure, useInspectionText } from './use-text.ts'

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
  const failureText = useInspectionFailure()
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
    <FormDialog
      title={text.findingActs[act]}
      cancel={text.cancel}
      submit={text.findingActs[act]}
      act={run}
      isHeld={queue.waiting.length > 0}
      failureText={failureText}
      onClose={leave}
    >
      <p className="insp-words">{words}</p>
      <p className="quiet">{text.findingActHints[act]}</p>
      {act === 'raise' ? null : (
        <>
          <WordsField label={text.note} rows={4} most={2000} value={note} onChange={setNote} />
          <PhotoInput queue={queue} place={place} />
          <PhotoLinks photos={photos} />
        </>
      )}
    </FormDialog>
  )
}
