/** Sign-in with user name and password, and the cookie that carries a session. */
export interface SignInDoor {
  /** `username` null: nobody of that name may sign in; takes as long and answers the same as a wrong password. */
  signIn(attempt: {
    username: string | null;
    password: string;
    headers: Headers;
  }): Promise<{ ok: true; setCookies: string[] } | { ok: false }>;
  /** Changes the password of whoever the cookie belongs to; every session ends and this browser gets a new one. */
  changePassword(change: {
    current: string;
    password: string;
    headers: Headers;
  }): Promise<{ ok: true; setCookies: string[] } | { ok: false }>;
  /** Ends the session on the server; the cookies to send take it from the browser. */
  signOut(headers: Headers): Promise<string[]>;
  /** The session's token in a Cookie header, when its signature is ours. */
  readToken(cookieHeader: string | null): string | null;
}
