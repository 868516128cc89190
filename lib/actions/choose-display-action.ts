"use server";

import { cookies } from "next/headers";
import { LOCALE_COOKIE, LOCALES, THEME_COOKIE, THEMES } from "@/lib/i18n/locale";

const YEAR_S = 31_536_000;

/** Keeps a language or theme in this browser. Setting the cookie makes Next draw the page again where it stands. */
export async function chooseDisplayAction(choice: { locale?: string; theme?: string }): Promise<void> {
  const jar = await cookies();
  const kept = { path: "/", maxAge: YEAR_S, sameSite: "lax" } as const;
  const locale = LOCALES.find((one) => one === choice.locale);
  const theme = THEMES.find((one) => one === choice.theme);
  if (locale !== undefined) jar.set(LOCALE_COOKIE, locale, kept);
  if (theme !== undefined) jar.set(THEME_COOKIE, theme, kept);
}
