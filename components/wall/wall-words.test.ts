import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { flattenWords } from "@/lib/i18n/words";

const folder = new URL("./", import.meta.url);
const catalogue = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../messages/zh-CN/${name}.json`, import.meta.url), "utf8"));
const words = { ...flattenWords(catalogue("wall")), ...flattenWords(catalogue("phrases"), "phrases.") };
const sources = readdirSync(folder)
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => readFileSync(new URL(file, folder), "utf8"))
  .join("\n");

/** Keys that the source names, and the fixed beginnings of those it puts together. */
const named = [...sources.matchAll(/\bsay\(\s*"([\w.]+)"/g)].map((match) => match[1] ?? "");
const begun = [...sources.matchAll(/\bsay\(\s*`([\w.]+\.)\$\{/g)].map((match) => match[1] ?? "");

describe("the wall's words", () => {
  it("has every sentence that it says", () => {
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((key) => words[key] === undefined)).toEqual([]);
  });
  it("has sentences for every kind that it puts together", () => {
    const own = begun.filter((prefix) => prefix !== "phrases.");
    expect(own.filter((prefix) => !Object.keys(words).some((key) => key.startsWith(prefix)))).toEqual([]);
  });
  it.each(["zh-CN", "en"])(
    "can call for everything that anybody is called for, in %s, as the console can",
    (language) => {
      const read = (name: string) =>
        JSON.parse(readFileSync(new URL(`../../messages/${language}/${name}.json`, import.meta.url), "utf8")).call;
      const [wall, console] = [read("wall"), read("watch")];
      expect(Object.keys(wall.kind).toSorted()).toEqual(Object.keys(console.kind).toSorted());
      expect(Object.keys(wall.what).toSorted()).toEqual(Object.keys(wall.kind).toSorted());
      expect(Object.keys(console.what).toSorted()).toEqual(Object.keys(console.kind).toSorted());
    },
  );
});
