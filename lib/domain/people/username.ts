export type UsernameProblem = "username-too-short" | "username-too-long" | "username-characters";

/** The form in which user names are stored and compared. */
export function normaliseUsername(username: string): string {
  return username.normalize("NFKC").trim().toLowerCase();
}

/** Why this user name is refused, or null: 2 to 40 letters (of any script), digits, dot, hyphen, underscore. */
export function usernameProblem(username: string): UsernameProblem | null {
  const name = normaliseUsername(username);
  if ([...name].length < 2) return "username-too-short";
  if ([...name].length > 40) return "username-too-long";
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(name) ? null : "username-characters";
}

/** A user name made of an e-mail address: its first part, as far as it may stand in one. */
export function usernameFromEmail(email: string): string {
  const first = normaliseUsername(email.split("@")[0] ?? "").replace(/[^\p{L}\p{M}\p{N}._-]/gu, "");
  return usernameProblem(first) === null ? first : "administrator";
}
