import { signedIn } from '#server/http/implementer.ts'
import { exportRecords } from '#server/record-import/export.ts'
import { previewRecords } from '#server/record-import/preview.ts'
import { startRecordImport } from '#server/record-import/start.ts'
import { cancelRecordImport, getRecordImport } from '#server/record-import/state.ts'

const { recordImport } = signedIn

export const recordImportRouter = {
  preview: recordImport.preview.handler(({ input, context }) => previewRecords(context, input)),
  apply: recordImport.apply.handler(({ input, context }) => startRecordImport(context, input)),
  get: recordImport.get.handler(({ input, context }) => getRecordImport(context, input)),
  cancel: recordImport.cancel.handler(({ input, context }) => cancelRecordImport(context, input)),
  export: recordImport.export.handler(({ input, context }) => exportRecords(context, input)),
}
