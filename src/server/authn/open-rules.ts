import { PRIVATE_NETWORKS, type AddressList, readAddressList } from '#server/authn/guessing/address-list.ts'
import type { SignInRules } from '#server/authn/guessing/limits.ts'
import { openSecretBox } from '#server/authn/secret-box.ts'
import { isLoopback } from '#server/http/listen.ts'
import type { Settings } from '#server/platform/settings.ts'
import { Trouble } from '#server/platform/trouble.ts'

/** How people sign in by the settings, with the keys of the data folder. */
export async function openSignInRules(settings: Pick<Settings, 'data' | 'listen' | 'proxies' | 'signIn'>): Promise<SignInRules> {
  const { passwords, passwordHash, provider, directory } = settings.signIn
  return {
    passwords,
    passwordHash,
    box: openSecretBox(settings.data),
    administratorAddresses: administratorAddressesOf(settings),
    // loaded where they are used: most do without
    provider: provider === null ? null : (await import('#server/authn/elsewhere/provider.ts')).openProvider(provider),
    directory: directory === null ? null : (await import('#server/authn/elsewhere/directory.ts')).openDirectory(directory),
  }
}

/** Where nothing is set: from everywhere while only this machine reaches the program, from private networks otherwise. */
function administratorAddressesOf({ listen, proxies, signIn }: Pick<Settings, 'listen' | 'proxies' | 'signIn'>): AddressList | null {
  const isAlone = isLoopback(listen.host) && proxies.length === 0
  const text = signIn.administratorAddresses ?? (isAlone ? null : PRIVATE_NETWORKS)
  if (text === null) return null
  const list = readAddressList(text)
  if (list !== null) return list
  throw new Trouble({
    what: { zh: '管理员地址清单不正确。', en: 'The list of administrators’ addresses is not valid.' },
    where: `XIAOHAO_ADMIN_ADDRESSES=${text}`,
    cure: {
      zh: '应为地址或网段，用逗号分隔：10.1.0.0/16, 2001:db8::/32',
      en: 'expected: addresses or ranges with commas between: 10.1.0.0/16, 2001:db8::/32',
    },
  })
}
