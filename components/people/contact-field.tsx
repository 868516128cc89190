"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field } from "@/components/ui/field";

/** The name under which plans mean this person; those that occur in plans are proposed. */
export function ContactField({ contacts, value }: { contacts: string[]; value?: string | undefined }) {
  const t = useTranslations("people.field");
  const list = useId();
  return (
    <>
      <Field
        label={t("planContact")}
        hint={t("planContactHint")}
        name="planContact"
        maxLength={120}
        autoComplete="off"
        defaultValue={value ?? ""}
        {...(contacts.length === 0 ? {} : { list })}
      />
      <datalist id={list}>
        {contacts.map((contact) => (
          <option key={contact} value={contact} />
        ))}
      </datalist>
    </>
  );
}
