import { open, signedIn } from '#server/http/implementer.ts'
import { AppError } from '#server/platform/errors.ts'
import { completeSetup } from '#server/setup/complete.ts'
import { enterService } from '#server/setup/enter-service.ts'
import { readMode } from '#server/setup/mode.ts'
import { isSetupOpen } from '#server/setup/prepare.ts'

export const setupRouter = {
  state: open.setup.state.handler(async ({ context }) => {
    if (!(await isSetupOpen(context.db))) throw new AppError('NOT_FOUND')
    const packs = context.packs.toSorted((a, b) => Number(b.manifest.isDefault) - Number(a.manifest.isDefault))
    return {
      open: true,
      passwordProfile: context.limits.rules.passwords,
      packs: packs.map(({ manifest: { id, title, titleEn } }) => ({ id, title, titleEn })),
    } as const
  }),
  mode: open.setup.mode.handler(async ({ context }) => ({ mode: await readMode(context.db) })),
  complete: open.setup.complete.handler(async ({ input, context }) => {
    const { token, caller } = await completeSetup(context, input)
    context.cookie.set(token)
    return caller.signedIn
  }),
  enterService: signedIn.setup.enterService.handler(async ({ input, context }) => ({ passwords: await enterService(context, input) })),
}
