/** The path to go on to after signing in: only inside this site, else the start page. */
export function localPath(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])[^\s\\]*$/u.test(wanted)) return "/";
  return wanted;
}
