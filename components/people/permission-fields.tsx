"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/field";
import { PERMISSIONS, type Permission } from "@/lib/domain/release/actor";

/** What somebody may do apart from any release; nothing ticked is a member. */
export function PermissionFields({ given }: { given: Permission[] }) {
  const t = useTranslations("people.permission");
  return (
    <fieldset className="border-y border-line py-2">
      <legend className="float-left w-full text-sm text-ink-2">{t("legend")}</legend>
      <div className="clear-both space-y-2">
        {PERMISSIONS.map((permission) => (
          <Checkbox
            key={permission}
            name="permissions"
            value={permission}
            defaultChecked={given.includes(permission)}
            label={t(`${permission}.name`)}
            hint={t(`${permission}.means`)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The permissions ticked in a form. */
export function permissionsIn(fields: FormData): Permission[] {
  const ticked = fields.getAll("permissions");
  return PERMISSIONS.filter((permission) => ticked.includes(permission));
}
