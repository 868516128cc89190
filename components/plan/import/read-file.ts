import { EXCHANGE_MAX_BYTES, PLAN_MAX_BYTES } from "@/lib/contracts/plans";
import { postForReading } from "@/lib/queries/plan/post-for-reading";

/** The length of a text as the server counts it: bytes of UTF-8. */
function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

export const isTooLarge = (text: string): boolean => sizeOf(text) > PLAN_MAX_BYTES;

export type FileText =
  | { kind: "read"; text: string }
  | { kind: "too-large" }
  | { kind: "failed"; detail: string | null };

const DATA_TYPES: Readonly<Record<string, string>> = {
  json: "application/json",
  yaml: "application/yaml",
  yml: "application/yaml",
};

type DataAnswer = { plan: object | null; source?: string; findings: { message: { zh: string; en: string } }[] };

/** Why data was no plan, in the words of the first thing that is wrong with it; null where there is a plan. */
function wrongIn({ plan, findings }: DataAnswer, file: string, locale: string): string | null {
  const [first] = findings;
  return plan !== null || first === undefined ? null : `${file}: ${first.message[locale === "en" ? "en" : "zh"]}`;
}

/** The text of a chosen or dropped file. A plan that comes as data becomes the document that it says. */
export async function readFile(file: File, locale: string): Promise<FileText> {
  const type = DATA_TYPES[file.name.split(".").at(-1)?.toLowerCase() ?? ""];
  if (file.size > (type === undefined ? PLAN_MAX_BYTES : EXCHANGE_MAX_BYTES)) return { kind: "too-large" };
  const text = await file.text();
  if (type === undefined) return { kind: "read", text };
  const asking = { locale, type, signal: new AbortController().signal };
  const answer = await postForReading<DataAnswer>("/api/v1/plans/import?dryRun=true", text, asking);
  if (answer.kind !== "read") return { kind: "failed", detail: answer.kind === "failed" ? answer.detail : null };
  const detail = wrongIn(answer.value, file.name, locale);
  return detail === null ? { kind: "read", text: answer.value.source ?? text } : { kind: "failed", detail };
}
