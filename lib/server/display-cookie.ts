/** Keeps the display link of one release in the browser that shows its wall, so that the secret leaves the address bar. */
export const DISPLAY_COOKIE = "holdpoint_display";

export function displayCookieValue(releaseId: string, token: string): string {
  return `${releaseId}.${token}`;
}

export function readDisplayCookie(value: string | undefined, releaseId: string): string | undefined {
  return value?.startsWith(`${releaseId}.`) === true ? value.slice(releaseId.length + 1) : undefined;
}

/** The link's secret out of the cookie, whichever release it opens; a release's id has no dot. */
export function displayTokenOf(value: string | undefined): string | undefined {
  const dot = value?.indexOf(".") ?? -1;
  return dot < 0 ? undefined : value?.slice(dot + 1);
}
