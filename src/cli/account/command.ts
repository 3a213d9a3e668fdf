import { CliFailure, exitCodes } from '#cli/failure.ts'
import { withDatabase } from '#cli/with-database.ts'
import { makeLimits } from '#server/authn/guessing/limits.ts'
import { recoverAccount } from '#server/authn/recover.ts'
import { dayInShanghai, systemClock } from '#server/platform/clock.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { readSettings } from '#server/platform/settings.ts'

const USAGE = 'xiaohao account recover LOGIN'

/** `xiaohao account recover LOGIN`: for the last administrator who lost the password or the second factor. */
export async function accountCommand(args: readonly string[]): Promise<void> {
  const [verb, login, ...rest] = args
  if (verb !== 'recover' || login === undefined || rest.length > 0)
    throw new CliFailure(exitCodes.usage, `用法：${USAGE}`, `usage: ${USAGE}`)
  const settings = readSettings(process.env)
  const recovered = await withDatabase(settings, async ({ db }) => {
    const now = systemClock()
    const limits = await makeLimits({ passwordHash: settings.signIn.passwordHash })
    const about = { actor: null, now, asOf: dayInShanghai(now), requestId: uuidv7(), address: null, newId: uuidv7 }
    return recoverAccount({ db, limits, ...about }, login)
  })
  if (recovered === null) throw new CliFailure(exitCodes.differs, `没有登录名为 ${login} 的账号`, `nobody has the login ${login}`)
  process.stdout.write(
    `${recovered.login}  ${recovered.password}\n` +
      `初始密码 72 小时内有效，首次登录须修改；第二重验证已清除，所有登录已结束，已记入操作日志。\n` +
      `The password lasts 72 hours and is changed at first use; second factors are cleared, sessions ended, and the journal tells of it.\n`,
  )
}
