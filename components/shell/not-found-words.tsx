import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { BrandMark } from "./brand-mark";

/** Nothing lives at this address. A plain link: the wall carries it too, and should not pay for a router's link. */
export async function NotFoundWords() {
  const t = await getTranslations("common.notFound");
  return (
    <>
      <BrandMark className="size-10 text-ink-3" />
      <h1 className="text-3xl font-bold">{t("title")}</h1>
      <p className="text-md text-ink-2">{t("body")}</p>
      <p className="mt-2">
        <a href="/" className={buttonClass("plain", "large")}>
          {t("home")}
        </a>
      </p>
    </>
  );
}
