"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { filled } from "@/components/ui/make-dialog";
import { ProblemLine } from "@/components/ui/problem-line";
import { toast } from "@/components/ui/toast-store";
import { useCall } from "@/components/ui/use-call";
import type { Permission } from "@/lib/domain/release/actor";
import { ContactField } from "./contact-field";
import { PermissionFields, permissionsIn } from "./permission-fields";

type PersonDialogProps = {
  person: { id: string; name: string; planContact: string | null; permissions: Permission[] };
  contacts: string[];
  isSelf: boolean;
};

/** Only what was changed is sent: new permissions end the person's sessions. */
function changesOf(fields: FormData, { permissions, planContact }: PersonDialogProps["person"]) {
  const wanted = permissionsIn(fields);
  const contact = filled(fields, "planContact");
  const isSame = wanted.length === permissions.length && wanted.every((one) => permissions.includes(one));
  return { ...(isSame ? {} : { permissions: wanted }), ...(contact === planContact ? {} : { planContact: contact }) };
}

/** Changes what somebody may do and who he is in plans. */
export function PersonDialog({ person, contacts, isSelf }: PersonDialogProps) {
  const t = useTranslations("people.change");
  const action = useTranslations("common.action");
  const [open, setOpen] = useState(false);
  const { busy, problem, run, forget } = useCall();
  const change = (next: boolean) => {
    setOpen(next);
    forget();
  };
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = changesOf(new FormData(event.currentTarget), person);
    if (Object.keys(body).length === 0) return setOpen(false);
    const answer = await run({ method: "PATCH", path: `/api/v1/people/${person.id}`, body });
    if ("problem" in answer) return undefined;
    setOpen(false);
    toast.success(t("done", { name: person.name }));
    return undefined;
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button size="small" aria-label={`${t("open")} · ${person.name}`}>
          {t("open")}
        </Button>
      }
      title={t("title", { name: person.name })}
      description={isSelf ? t("leadSelf") : t("lead")}
    >
      <form onSubmit={save} className="space-y-4">
        <PermissionFields given={person.permissions} />
        <ContactField contacts={contacts} value={person.planContact ?? undefined} />
        <ProblemLine problem={problem} />
        <div className="flex flex-wrap justify-end gap-3 border-t border-line pt-4">
          <DialogClose asChild>
            <Button size="large">{action("cancel")}</Button>
          </DialogClose>
          <Button type="submit" tone="primary" size="large" busy={busy}>
            {busy ? action("sending") : t("submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
