/** Where a release's live view lies in the query cache. */
export function liveKey(releaseId: string): readonly ["release", string, "live"] {
  return ["release", releaseId, "live"];
}
