import type { Finding } from "./finding";
import { findingKey } from "./finding-key";

/** The errors of a plan that nobody has accepted: while there is one, no live release is made of the plan without an override. */
export function openErrors(findings: readonly Finding[], accepted: readonly { findingKey: string }[]): Finding[] {
  const known = new Set(accepted.map((one) => one.findingKey));
  return findings.filter((finding) => finding.severity === "error" && !known.has(findingKey(finding)));
}
