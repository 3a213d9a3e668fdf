import * as z from 'zod'

const Words = z.array(z.string().min(1).max(30)).max(100).readonly().default([])

/**
 * 行业用语: how a field names its orgs and people, beside the words that every field has. `institutions`, `departments`, `branches`: kinds of org as sheets write
 * them, and as plans do after 各. `heads`: titles of who leads an org; `chiefs`: of who leads an institution, which groups of them are called by. `everyone`: all who work in the org itself. `own`: what plans put before a title and says
 * nothing (我院).
 */
export const PackWords = z
  .strictObject({ institutions: Words, departments: Words, branches: Words, heads: Words, chiefs: Words, everyone: Words, own: Words })
  .readonly()
export type PackWords = z.infer<typeof PackWords>

/** Of a field that has no words of its own. */
export const NO_WORDS: PackWords = { institutions: [], departments: [], branches: [], heads: [], chiefs: [], everyone: [], own: [] }
