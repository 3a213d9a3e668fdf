import type { PackPost } from '#core/pack/pack.ts'
import { askedPosts } from '#core/pack/post-names.ts'
import type { Holder } from '#core/register/holder.ts'
import type { Register } from '#core/register/register.ts'

/**
 * Whether somebody may enter records in a register: who it names, and the programme office for anybody (facts on paper), but
 * for what is about single persons. Whose facts they may enter (their own
 * org, or more) is not asked here: that is the scope of the account.
 *
 *     const { registers, pack } = await loadRegisterSet(tx, jurisdictionId, context.packs)
 *     mayFill(register, holderOf(organisation, context.asOf, { isOffice, person, posts }), pack.manifest.posts)
 */
export function mayFill(
  register: Pick<Register, 'filledBy'> & Partial<Pick<Register, 'sensitivity'>>,
  holder: Holder,
  posts: readonly PackPost[],
): boolean {
  return (holder.isOffice && register.sensitivity !== 'personal') || isAmong(register.filledBy, holder, posts)
}

/**
 * Whether somebody may read a register whole; what they or their org entered they may read anyway. The programme office reads all but personal data, which is
 * for those alone whom the register names.
 */
export function mayRead(register: Pick<Register, 'readBy' | 'sensitivity'>, holder: Holder, posts: readonly PackPost[]): boolean {
  return (holder.isOffice && register.sensitivity !== 'personal') || isAmong(register.readBy, holder, posts)
}

function isAmong(names: readonly string[], holder: Holder, posts: readonly PackPost[]): boolean {
  const held = [...holder.names]
  return askedPosts(names, posts).some(({ means, isNamed }) => {
    switch (means) {
      case 'everyone':
        return true
      case 'office':
        return holder.isOffice
      case 'head':
        return holder.isHead
      case 'unit':
        return holder.isInUnit
      case 'named':
        return held.some(isNamed)
    }
  })
}
