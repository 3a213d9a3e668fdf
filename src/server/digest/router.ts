import { getAddress, setAddress } from '#server/digest/address.ts'
import { listFailures } from '#server/digest/failures.ts'
import { readDigest } from '#server/digest/read.ts'
import { signedIn } from '#server/http/implementer.ts'

const { digest } = signedIn

export const digestRouter = {
  today: digest.today.handler(({ context }) => readDigest(context)),
  address: digest.address.handler(({ context }) => getAddress(context)),
  setAddress: digest.setAddress.handler(({ input, context }) => setAddress(context, input)),
  failures: digest.failures.handler(({ context }) => listFailures(context)),
}
