import type { z } from "zod";

/** Something wrong in a host file: where, and what to do about it. */
export type Problem = { path: readonly PropertyKey[]; says: string };

function wording(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is missing" : `must be ${article(issue.expected)}`;
    case "unrecognized_keys":
      return `has no setting ${issue.keys.map((key) => `"${key}"`).join(", ")}`;
    case "invalid_key":
      return "has a name that is not allowed here";
    case "invalid_union":
      return ("note" in issue ? issue.note : "") === "No matching discriminator"
        ? "must be string, integer or boolean"
        : 'must be {file: "/path"} or {env: NAME}';
    case "custom":
      return issue.message;
    default:
      return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  }
}

function article(expected: string): string {
  const known: Record<string, string> = {
    array: "a list",
    record: "a block of settings",
    object: "a block of settings",
  };
  return known[expected] ?? `a ${expected}`;
}

export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({ path: issue.path, says: wording(issue) }));
}
