"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

export const PLACES = [
  { key: "home", path: "/", letter: "h" },
  { key: "plans", path: "/plans", letter: "p" },
  { key: "settings", path: "/settings", letter: "s" },
] as const;

/** The three places that everything else is reached from. */
export function Navigation() {
  const t = useTranslations("common.nav");
  const pathname = usePathname();
  return (
    <nav aria-label={t("label")} className="flex self-stretch">
      {PLACES.map(({ key, path }) => {
        const here = path === "/" ? pathname === "/" : pathname.startsWith(path);
        return (
          <Link
            key={key}
            href={path}
            aria-current={here ? "page" : undefined}
            className={clsx(
              "target inline-flex items-center border-b-2 px-3 max-sm:px-1.5",
              here ? "border-accent text-ink" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {t(key)}
          </Link>
        );
      })}
    </nav>
  );
}
