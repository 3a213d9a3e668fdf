import type { LedgerEntry } from '#core/ledger/ledger.ts'

/** 分办 in Chinese, as exported. */
export const DISPATCH_WORDS: Readonly<Record<NonNullable<LedgerEntry['dispatch']>, string>> = {
  dispatched: '待签收',
  insisted: '待签收',
  refused: '已退回',
  confirmed: '已签收',
}
