import type { MailSettings } from '#server/platform/mail-settings.ts'

/** What people are told of the digest by e-mail: whether it goes out at all, and from which hour. */
export interface DigestSettings {
  readonly isSent: boolean
  readonly hour: number
}

/** Without a mail server nothing goes out. */
export function digestSettingsOf(mail: MailSettings | null): DigestSettings {
  return { isSent: mail !== null, hour: mail?.hour ?? 0 }
}
