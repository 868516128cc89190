import { useLocale } from "next-intl";
import { formatDateTime } from "@/lib/i18n/format-time";
import { toLocale } from "@/lib/i18n/locale";

/** No plan stands behind people and their keys: their times are shown where the product is at home. */
const TIME_ZONE = "Asia/Shanghai";

/** Turns an instant into `2025-03-15 周六 02:00`. */
export function useMoment(): (at: number) => string {
  const locale = toLocale(useLocale()) ?? "zh-CN";
  return (at) => formatDateTime(at, TIME_ZONE, locale);
}
