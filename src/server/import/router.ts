import { signedIn } from '#server/http/implementer.ts'
import { cancelImport } from '#server/import/cancel-import.ts'
import { getImport } from '#server/import/get-import.ts'

const { planImport } = signedIn

export const importRouter = {
  get: planImport.get.handler(({ input, context }) => getImport(context, input)),
  cancel: planImport.cancel.handler(({ input, context }) => cancelImport(context, input)),
}
