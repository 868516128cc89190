/** The room of the people who look at a release. */
export function peopleRoom(releaseId: string): string {
  return `release:${releaseId}`;
}

/** The room of its displays, who get events without phone numbers and mail addresses. */
export function displayRoom(releaseId: string): string {
  return `release:${releaseId}:display`;
}
