import { useState } from 'react'
import type { InspectionView } from '#contract/inspection.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { FindingFields } from './finding-fields.tsx'
import { PhotoInput } from './photo-input.tsx'
import { PhotoLinks } from './photo-links.tsx'
import { dialogPlace } from './photo-places.ts'
import { useInspectionAct } from './use-act.ts'
import { type TakenPhoto, usePhotoQueue } from './use-photo-queue.ts'
import { useInspectionFailure, useInspectionText } from './use-text.ts'
import type { Tick } from './use-ticks.ts'

interface NoteProps {
  readonly inspection: InspectionView
  readonly visit: string
  readonly item: string | null
  /** What was ticked there and is on its way. */
  readonly unsent?: Pick<Tick, 'note' | 'photos'> | undefined
  readonly onClose: () => void
}

/** 记录问题: begun with what was written beside the item. */
export function NoteDialog({ inspection, visit: first, item, unsent, onClose }: NoteProps) {
  const text = useInspectionText()
  const failureText = useInspectionFailure()
  const answered = inspection.answers.find((each) => each.visit === first && each.item === item)
  const [visit, setVisit] = useState(first)
  const [said, setSaid] = useState({ words: unsent?.note ?? answered?.note ?? '', demand: '', dueOn: '' })
  const [photos, setPhotos] = useState<readonly TakenPhoto[]>(() => {
    const known = new Map(answered?.photos.map(({ evidence, name }) => [evidence, name]))
    return (unsent?.photos ?? [...known.keys()]).map((evidence) => ({ evidence, name: known.get(evidence) ?? text.photoTaken }))
  })
  const place = dialogPlace(inspection.id, `note:${first}:${item ?? ''}`)
  const queue = usePhotoQueue(place, (_, photo) => setPhotos((before) => [...before, photo]))
  const leave = (): void => {
    queue.giveUp(place)
    onClose()
  }
  const send = useInspectionAct(
    () => client.inspection.note({ id: inspection.id, visit, item, ...said, photos: photos.map(({ evidence }) => evidence) }),
    onClose,
  )
  return (
    <FormDialog
      title={text.addFinding}
      cancel={text.cancel}
      submit={text.addFinding}
      act={send}
      isHeld={queue.waiting.length > 0}
      failureText={failureText}
      onClose={leave}
    >
      <p className="quiet">{text.findingHint}</p>
      <FindingFields said={said} from={inspection.asOf} onChange={setSaid}>
        <label className="field">
          <span className="label">{text.finding.unit}</span>
          <select className="input" value={visit} onChange={(event) => setVisit(event.target.value)}>
            {inspection.visits.map(({ id, orgName, drawn }) => (
              <option key={id} value={id}>
                {orgName} {drawn ?? ''}
              </option>
            ))}
          </select>
        </label>
      </FindingFields>
      <PhotoInput queue={queue} place={place} />
      <PhotoLinks photos={photos} />
    </FormDialog>
  )
}
