import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PERMISSIONS } from "@/lib/domain/release/actor";
import englishAccess from "@/messages/en/access.json";
import englishPhrases from "@/messages/en/phrases.json";
import chineseAccess from "@/messages/zh-CN/access.json";
import chinesePhrases from "@/messages/zh-CN/phrases.json";
import { mayNot } from "./refusals";

type Sentences = Readonly<Record<string, string>>;

const catalogues: [string, Sentences][] = [
  ["zh-CN", { ...chinesePhrases.refusal, ...chineseAccess }],
  ["en", { ...englishPhrases.refusal, ...englishAccess }],
];

const verbs = new URL("./", import.meta.url);
const rules = new URL("../../domain/people/", import.meta.url);

function sources(folder: URL): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(new URL(file, folder), "utf8"));
}

const found = (texts: string[], pattern: RegExp) =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));

/** Every reason that stands as a word in the verbs and in the rules for user names and passwords. */
function reasons(): string[] {
  const written = found(sources(verbs), /refuse\("\w+", "([\w-]+)"/g);
  const problems = found(sources(rules), /"((?:username|password)-[\w-]+)"/g);
  const invites = ["used", "revoked", "expired"].map((state) => `invite-${state}`);
  const nobody = { kind: "person" as const, person: "p", name: "P", permissions: [] };
  const permissions = [mayNot(nobody, "administrator"), mayNot(nobody, "administrator", "planner")];
  return [
    ...new Set([...written, ...problems, ...invites, ...permissions.map((refused) => refused?.refusal.because ?? "")]),
  ].sort();
}

describe("whoever is refused is told why, in both languages", () => {
  it("finds the reasons it is about", () => {
    expect(reasons()).toEqual(
      expect.arrayContaining(["last-administrator", "needs-administrator", "password-common", "username-taken"]),
    );
    expect(PERMISSIONS).toEqual(["administrator", "planner"]);
  });

  it.each(catalogues)("%s has a sentence for every reason", (_, sentences) => {
    expect(reasons().filter((reason) => (sentences[reason] ?? "").trim() === "")).toEqual([]);
  });
});
