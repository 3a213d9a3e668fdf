import type { LedgerEntry } from '#core/ledger/ledger.ts'

/** 是否销号 in Chinese, as exported. */
export const CLOSURE_WORDS: Readonly<Record<NonNullable<LedgerEntry['closure']>, string>> = {
  requested: '办理中',
  returned: '已退回',
  closed: '已销号',
  terminated: '已终止',
}
