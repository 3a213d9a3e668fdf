import fc from 'fast-check'
import { expect, test } from 'vitest'
import { portionsOf, subjectsOf } from '#core/occurrence/portions.ts'
import { anyTerms } from '#core/occurrence/random-world.fixture.ts'
import { creditedRegisters } from '#core/occurrence/touched-keys.ts'
import { oneSubjectOf } from '#core/occurrence/watches.ts'

const several = fc.tuple(...Array.from({ length: 12 }, (_, index) => anyTerms(index + 1)))

test('each is in one portion, none is too large, and those of one look at one register', () => {
  fc.assert(
    fc.property(several, fc.integer({ min: 1, max: 5 }), (all, most) => {
      const portions = portionsOf(all, most)
      expect(portions.flatMap((some) => some.map(({ commitment }) => commitment)).toSorted()).toEqual(
        all.map(({ commitment }) => commitment).toSorted(),
      )
      for (const some of portions) {
        expect(some.length).toBeLessThanOrEqual(most)
        expect(new Set(some.map((terms) => creditedRegisters(terms)[0])).size).toBe(1)
        // whose each looks at one subject alone are asked for by their subjects
        const own = some.map(({ scope }) => oneSubjectOf(scope))
        expect(subjectsOf(some)).toEqual(own.includes('') ? null : [...new Set(own)])
        expect(own.every((subject) => (subject === '') === (own[0] === ''))).toBe(true)
      }
    }),
  )
})
