import { actorName } from "@/lib/domain/release/describe";
import type { Refusal } from "@/lib/domain/release/refusal";
import englishAccess from "@/messages/en/access.json";
import english from "@/messages/en/phrases.json";
import chineseAccess from "@/messages/zh-CN/access.json";
import chinese from "@/messages/zh-CN/phrases.json";

const catalogues: Readonly<Record<"en" | "zh", Readonly<Record<string, string>>>> = {
  en: { ...english.refusal, ...englishAccess },
  zh: { ...chinese.refusal, ...chineseAccess },
};

export type Language = "en" | "zh";

/** The language of an API answer: English unless the request asks for Chinese first. */
export function languageOf(headers: Headers): Language {
  return /^\s*zh\b/i.test(headers.get("accept-language") ?? "") ? "zh" : "en";
}

/** A refusal as one sentence. Ids stay ids: whoever calls the API has the plan. */
export function sentenceOf({ because, facts, by, unmet }: Refusal, language: Language): string {
  const values: Record<string, string | number> = {
    ...facts,
    who: by === undefined ? "" : actorName(by.actor),
    time: by === undefined ? "" : new Date(by.at).toISOString(),
    count: unmet?.filter(({ met }) => met === "unmet").length ?? 0,
  };
  const template = catalogues[language][because] ?? because;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
