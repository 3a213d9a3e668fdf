import { signedIn } from '#server/http/implementer.ts'
import { ledgerCounts } from '#server/ledger/counts.ts'
import { exportLedger } from '#server/ledger/export.ts'
import { listSavedViews, removeView, saveView } from '#server/ledger/saved-views.ts'
import { ledgerValues } from '#server/ledger/values.ts'
import { ledgerWindow } from '#server/ledger/window.ts'

const { ledger } = signedIn

export const ledgerRouter = {
  window: ledger.window.handler(({ input, context }) => ledgerWindow(context, input)),
  values: ledger.values.handler(async ({ input, context }) => ({ values: await ledgerValues(context, input) })),
  views: {
    list: ledger.views.list.handler(async ({ context }) => ({ items: await listSavedViews(context) })),
    save: ledger.views.save.handler(({ input, context }) => saveView(context, input)),
    remove: ledger.views.remove.handler(async ({ input, context }) => {
      await removeView(context, input)
      return {}
    }),
  },
  counts: ledger.counts.handler(({ input, context }) => ledgerCounts(context, input)),
  export: ledger.export.handler(({ input, context }) => exportLedger(context, input)),
}
