import type { Dispatch, SetStateAction } from 'react'
import type { RegisterUse } from '#core/register/check-change.ts'
import type { RegistersView } from '../../use-registers.ts'
import type { Draft } from '../model/draft.ts'

/** What is wrong at a field of the register, or a part of its definition. */
export type Wrong = (field: string) => string | undefined

/** What every part of the editor gets. `isTried`: somebody tried to save, so that what is missing shows. */
export interface PartProps {
  readonly draft: Draft
  readonly setDraft: Dispatch<SetStateAction<Draft>>
  readonly view: RegistersView
  readonly use: RegisterUse
  readonly wrong: Wrong
  readonly isTried: boolean
}
