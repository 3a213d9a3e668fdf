import type { Nature, Reading } from '#core/draft/reading.ts'
import { implied, type Certain } from '#core/text/certain.ts'

const standing = /长期坚持|长效|常态化|持续(?:推进|用力|深化|整改|抓)|常抓不懈|久久为功/
const immediate = /立行立改|即知即改|立即整改|即查即改|边查边改/

/** The nature of a commitment: what its measure says, else what follows from its limit, its recurrence or the words of its sentence. */
export function natureOf(
  given: Certain<Nature> | null,
  reading: Pick<Reading, 'deadline' | 'period' | 'kind'>,
  sentence: string,
): Certain<Nature> | null {
  if (given !== null) return given
  if (reading.deadline !== null) return implied('staged', 'time-limit')
  const { unit } = reading.period.value
  if (unit !== 'once' && unit !== 'none') return implied('standing', 'recurring')
  if (standing.test(sentence)) return implied('standing', 'standing-words')
  if (immediate.test(sentence)) return implied('immediate', 'immediate-words')
  return null
}
