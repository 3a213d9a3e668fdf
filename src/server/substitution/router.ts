import { signedIn } from '#server/http/implementer.ts'
import {
  actFor,
  askSubstitution,
  confirmSubstitution,
  declineSubstitution,
  finishSubstitution,
  listSubstitutions,
} from '#server/substitution/verbs.ts'

const { substitution } = signedIn

export const substitutionRouter = {
  list: substitution.list.handler(({ context }) => listSubstitutions(context)),
  request: substitution.request.handler(({ input, context }) => askSubstitution(context, input)),
  confirm: substitution.confirm.handler(({ input, context }) => confirmSubstitution(context, input)),
  decline: substitution.decline.handler(({ input, context }) => declineSubstitution(context, input)),
  end: substitution.end.handler(({ input, context }) => finishSubstitution(context, input)),
  act: substitution.act.handler(({ input, context }) => actFor(context, input)),
}
