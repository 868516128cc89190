import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { readable } from "@/components/ui/release/fixtures/console-markup";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/messages/en/settings.json";
import zh from "@/messages/zh-CN/settings.json";
import { TrafficElsewhere } from "./traffic-elsewhere";

function saidIn(locale: Locale, runners: string[]): string {
  const shared = runners.length === 0 ? [] : [{ action: "shop-edge", runners }];
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={{ settings: locale === "en" ? en : zh }} timeZone="Asia/Shanghai">
      <TrafficElsewhere shared={shared} />
    </NextIntlClientProvider>,
  );
  return readable(html);
}

it("warns of a traffic action that runners of other hosts offer too, and says what to do", () => {
  expect(saidIn("en", ["edge-b", "edge-c"])).toContain("Another host offers “shop-edge” too (edge-b, edge-c)");
  expect(saidIn("zh-CN", ["edge-b"])).toContain("其他主机（edge-b）也提供“shop-edge”");
});

it("says nothing where there is one host for each", () => {
  expect(saidIn("en", []).trim()).toBe("");
});
