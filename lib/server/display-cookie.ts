/** Keeps the display link of one release in the browser that shows its wall, so that the secret leaves the address bar. */
export const DISPLAY_COOKIE = "holdpoint_display";

export function displayCookieValue(releaseId: string, token: string): string {
  return `${releaseId}.${token}`;
}

export function readDisplayCookie(value: string | undefined, releaseId: string): string | undefined {
  return value?.startsWith(`${releaseId}.`) === true ? value.slice(releaseId.length + 1) : undefined;
}
