export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const THEMES = ["dark", "light", "system"] as const;
export type Theme = (typeof THEMES)[number];

export const LOCALE_COOKIE = "lang";
export const THEME_COOKIE = "theme";
/** The proxy hands `?lang` and `?theme` on under these names, because a layout does not see the query. */
export const LOCALE_HEADER = "x-holdpoint-lang";
export const THEME_HEADER = "x-holdpoint-theme";

/** A language tag as one of ours, or null: `zh`, `zh-TW`, `zh_CN` are 中文, `en-GB` is English. */
export function toLocale(tag: string | null | undefined): Locale | null {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0];
  if (language === "zh") return "zh-CN";
  return language === "en" ? "en" : null;
}

function preferred(acceptLanguage: string): Locale | null {
  const wishes = acceptLanguage.split(",").map((part, index) => {
    const [tag = "", ...parameters] = part.split(";");
    const quality = parameters.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find((value) => value !== undefined);
    return { locale: toLocale(tag), quality: quality === undefined ? 1 : Number(quality), index };
  });
  const known = wishes.filter((wish) => wish.locale !== null && wish.quality > 0);
  known.sort((left, right) => right.quality - left.quality || left.index - right.index);
  return known[0]?.locale ?? null;
}

/** What was asked for in the address wins, then what was chosen before, then the browser; 中文 when nobody says. */
export function resolveLocale(wish: {
  query?: string | null | undefined;
  cookie?: string | null | undefined;
  acceptLanguage?: string | null | undefined;
}): Locale {
  return toLocale(wish.query) ?? toLocale(wish.cookie) ?? preferred(wish.acceptLanguage ?? "") ?? "zh-CN";
}

function toTheme(name: string | null | undefined): Theme | null {
  return THEMES.find((theme) => theme === name) ?? null;
}

/** Dark unless somebody chose otherwise: the product is made for the night. */
export function resolveTheme(wish: { query?: string | null | undefined; cookie?: string | null | undefined }): Theme {
  return toTheme(wish.query) ?? toTheme(wish.cookie) ?? "dark";
}
