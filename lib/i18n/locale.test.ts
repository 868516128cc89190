import { describe, expect, it } from "vitest";
import { resolveLocale, resolveTheme } from "./locale";

describe("the language of a page", () => {
  it("is what the address asks for, before the cookie and the browser", () => {
    expect(resolveLocale({ query: "en", cookie: "zh-CN", acceptLanguage: "zh-CN" })).toBe("en");
    expect(resolveLocale({ query: "zh", cookie: "en" })).toBe("zh-CN");
  });
  it("is what was chosen before when the address says nothing or nonsense", () => {
    expect(resolveLocale({ query: "tlh", cookie: "en", acceptLanguage: "zh" })).toBe("en");
  });
  it("follows the browser's order of preference and its weights", () => {
    expect(resolveLocale({ acceptLanguage: "de-DE,en;q=0.8,zh;q=0.9" })).toBe("zh-CN");
    expect(resolveLocale({ acceptLanguage: "fr, en-GB;q=0.7, zh;q=0" })).toBe("en");
  });
  it("is 中文 when nobody names a language that we have", () => {
    expect(resolveLocale({ acceptLanguage: "de-DE,fr;q=0.5" })).toBe("zh-CN");
    expect(resolveLocale({})).toBe("zh-CN");
  });
});

describe("the theme of a page", () => {
  it("is what the address asks for, then the chosen one, then dark", () => {
    expect(resolveTheme({ query: "light", cookie: "dark" })).toBe("light");
    expect(resolveTheme({ query: "pink", cookie: "system" })).toBe("system");
    expect(resolveTheme({})).toBe("dark");
  });
});
