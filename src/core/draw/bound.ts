/**
 * What a sample says of its population, exactly (hypergeometric), with 95 % confidence and no deviation found. Natural logarithms keep large binomials in range.
 */
const CONFIDENCE = 0.95
const TOLERABLE = 0.05

/** Of how many faulty things in a population one can still be ignorant when a sample of `drawn` found none: the largest number not excluded. 0 where all were looked at. */
export function faultyStillPossible(population: number, drawn: number): number {
  if (drawn <= 0) return population
  let low = 0
  let high = population - drawn
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (chanceOfNone(population, middle, drawn) > 1 - CONFIDENCE) low = middle
    else high = middle - 1
  }
  return low
}

/** 统计样本量: the smallest sample that, finding nothing, excludes 5 % or more faulty ones with 95 % confidence. */
export function statisticalSize(population: number): number {
  if (population === 0) return 0
  const faulty = Math.max(1, Math.ceil(population * TOLERABLE - 1e-9))
  let low = 1
  let high = population
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (chanceOfNone(population, faulty, middle) <= 1 - CONFIDENCE) high = middle
    else low = middle + 1
  }
  return low
}

/** The chance that `drawn` of `population` hold none of its `faulty` ones. */
function chanceOfNone(population: number, faulty: number, drawn: number): number {
  if (drawn > population - faulty) return 0
  const [few, many] = faulty < drawn ? [faulty, drawn] : [drawn, faulty]
  let sum = 0
  for (let i = 0; i < few; i += 1) sum += Math.log(population - many - i) - Math.log(population - i)
  return Math.exp(sum)
}
