"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

const PAGES = [
  { key: "account", path: "/settings" },
  { key: "people", path: "/settings/people" },
  { key: "sources", path: "/settings/sources" },
  { key: "runners", path: "/settings/runners" },
  { key: "displays", path: "/settings/displays" },
  { key: "tokens", path: "/settings/tokens" },
  { key: "sessions", path: "/settings/sessions" },
] as const;

/** The pages of the settings: a column beside them, a row above them on a phone. */
export function SettingsNav() {
  const t = useTranslations("settings");
  const pathname = usePathname();
  const here = useRef<HTMLAnchorElement>(null);
  // On a phone the row is longer than the screen: the page one is on must not be out of sight in it.
  useEffect(() => {
    if (pathname !== "") here.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [pathname]);
  return (
    <nav
      aria-label={t("title")}
      className="flex border-line max-md:overflow-x-auto max-md:border-b max-md:px-1 md:w-52 md:flex-none md:flex-col md:border-r md:py-5"
    >
      <p className="px-5 pb-2 text-sm text-ink-3 max-md:hidden">{t("title")}</p>
      {PAGES.map(({ key, path }) => {
        const isHere = pathname === path;
        return (
          <Link
            key={key}
            ref={isHere ? here : null}
            href={path}
            aria-current={isHere ? "page" : undefined}
            className={clsx(
              "target flex items-center whitespace-nowrap focus-visible:-outline-offset-2 max-md:border-b-2 max-md:px-2 md:border-l-3 md:px-4.5",
              isHere
                ? "border-accent text-ink md:bg-active md:font-bold"
                : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {t(`nav.${key}`)}
          </Link>
        );
      })}
    </nav>
  );
}
