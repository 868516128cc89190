import { cookies, headers } from "next/headers";
import { cache } from "react";
import {
  LOCALE_COOKIE,
  LOCALE_HEADER,
  type Locale,
  resolveLocale,
  resolveTheme,
  THEME_COOKIE,
  THEME_HEADER,
  type Theme,
} from "./locale";

/** Language and theme of this request. */
export const readPreferences = cache(async (): Promise<{ locale: Locale; theme: Theme; nonce: string | undefined }> => {
  const [asked, kept] = await Promise.all([headers(), cookies()]);
  return {
    locale: resolveLocale({
      query: asked.get(LOCALE_HEADER),
      cookie: kept.get(LOCALE_COOKIE)?.value,
      acceptLanguage: asked.get("accept-language"),
    }),
    theme: resolveTheme({ query: asked.get(THEME_HEADER), cookie: kept.get(THEME_COOKIE)?.value }),
    nonce: asked.get("x-nonce") ?? undefined,
  };
});
