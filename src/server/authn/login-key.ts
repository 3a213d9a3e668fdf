/** The form under which logins are unique and looked up: width and case do not count. */
export function loginKey(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}
