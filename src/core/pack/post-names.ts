import type { PackPost } from '#core/pack/pack.ts'

/**
 * What a register's `filledBy` or `readBy` asks of an organisation. A name that is no post of the pack stands for itself: an org, a group or a title of the
 * jurisdiction.
 */
export interface AskedPost {
  readonly means: PackPost['means']
  readonly isNamed: (name: string) => boolean
}

/** Reads names of a register against the posts of the pack. */
export function askedPosts(names: readonly string[], posts: readonly PackPost[]): readonly AskedPost[] {
  return names.map((name) => {
    const post = posts.find(({ id }) => id === name)
    if (post === undefined) return { means: 'named', isNamed: (asked) => asked === name }
    const patterns = [post.title, ...post.names].map(patternOf)
    return { means: post.means, isNamed: (asked) => post.means === 'named' && patterns.some((pattern) => pattern.test(asked)) }
  })
}

/** `*审判*庭`: the stars stand for any characters. */
function patternOf(name: string): RegExp {
  const parts = name.split('*').map((part) => part.replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`)
}
