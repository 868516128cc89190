import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NAMESPACES } from "./messages";

type Tree = { [key: string]: string | Tree };

const folder = new URL("../../messages/", import.meta.url);
const filesOf = (locale: string) => readdirSync(new URL(`${locale}/`, folder)).sort();
const read = (locale: string, file: string): Tree =>
  JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), "utf8"));

function leaves(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value]] : leaves(value, `${prefix}${key}.`),
  );
}

/** Names of the arguments; words inside a plural's branches are not arguments. */
function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1] ?? ""))].sort();
}

describe("中文 and English are both complete", () => {
  it("have the same namespaces, and every namespace that pages load", () => {
    expect(filesOf("en")).toEqual(filesOf("zh-CN"));
    for (const namespace of NAMESPACES) expect(filesOf("en")).toContain(`${namespace}.json`);
  });
  it.each(filesOf("zh-CN"))("%s has the same keys and placeholders in both", (file) => {
    const chinese = new Map(leaves(read("zh-CN", file)));
    const english = new Map(leaves(read("en", file)));
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    for (const [key, text] of chinese) {
      expect({ key, arguments: placeholders(english.get(key) ?? "") }).toEqual({ key, arguments: placeholders(text) });
    }
  });
  it("leave nothing empty", () => {
    for (const locale of ["zh-CN", "en"]) {
      const empty = filesOf(locale).flatMap((file) =>
        leaves(read(locale, file))
          .filter(([, text]) => text.trim() === "")
          .map(([key]) => `${locale}/${file}: ${key}`),
      );
      expect(empty).toEqual([]);
    }
  });
});
