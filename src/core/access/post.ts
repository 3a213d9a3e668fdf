import * as z from 'zod'

/** 岗位: what an account holds in its jurisdiction. So far one: the programme office (整改办) that runs the ledger. */
export const Post = z.enum(['office'])
export type Post = z.infer<typeof Post>
