import { isQuantity, type Item, type Refiner } from '#compiler/read/item.ts'
import { isTime } from '#compiler/lexicon/unit.ts'

const turnaround = /^(?:办结|办理|反馈|答复|回复|处置|完成|出具|送达|审结|到位|响应|整改|上报|报送|答办|回应|复查)/

/** Whether a time stands right before what must be done in it: 3个工作日办结. */
function isTurnaround(tail: string): boolean {
  return turnaround.test(tail)
}

/** 平件3个工作日办结: a time without a comparing word is the most that each case may take. */
export const capTurnarounds: Refiner = (draught) => {
  const { text } = draught.sentence
  const items = draught.items.map((item): Item => {
    const caps =
      isQuantity(item.mark) &&
      isTime(item.mark.unit) &&
      !item.isCompared &&
      isTurnaround(text.slice(item.mark.end)) &&
      !text.slice(0, item.mark.start).endsWith('提前')
    return caps ? { ...item, comparator: { value: '<=', because: 'time-limit' }, isCompared: true, period: null } : item
  })
  return { ...draught, items }
}
