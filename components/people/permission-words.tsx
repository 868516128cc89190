import { useTranslations } from "next-intl";
import type { Permission } from "@/lib/domain/release/actor";

/** Permissions in words; whoever has none is a member. */
export function PermissionWords({ permissions }: { permissions: Permission[] }) {
  const t = useTranslations("people.permission");
  if (permissions.length === 0) return <span className="text-ink-2">{t("member.name")}</span>;
  return <>{permissions.map((permission) => t(`${permission}.name`)).join(" · ")}</>;
}
