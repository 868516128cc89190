"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button, type ButtonTone } from "./button";
import { Dialog, DialogClose } from "./dialog";
import { ProblemLine } from "./problem-line";
import { useCall, type Wanted } from "./use-call";

type MakeDialogProps<Made> = {
  /** The button that opens the dialog. */
  label: string;
  /** Says which of several equal buttons this is. */
  name?: string | undefined;
  tone?: ButtonTone | undefined;
  size?: "small" | "normal" | undefined;
  title: string;
  description: string;
  /** The button that makes it. */
  submit: string;
  request: (fields: FormData) => Wanted;
  /** What was made, with the secret that is shown this once. */
  shown: (made: Made) => { title: string; description: string; content: ReactNode };
  children: ReactNode;
};

/** Makes something whose secret is shown once: first the questions, then, in the same place, the secret. */
export function MakeDialog<Made>({ label, name, tone, size, title, description, ...rest }: MakeDialogProps<Made>) {
  const { submit, request, shown, children } = rest;
  const t = useTranslations("common.action");
  const settings = useTranslations("settings");
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const { busy, problem, run, forget } = useCall();
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) return;
    setMade(null);
    forget();
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const answer = await run<Made>(request(new FormData(event.currentTarget)));
    if ("value" in answer) setMade(answer.value);
  };
  const result = made === null ? null : shown(made);
  const trigger = (
    <Button tone={tone} size={size} aria-label={name === undefined ? undefined : `${label} · ${name}`}>
      {label}
    </Button>
  );
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={trigger}
      title={result?.title ?? title}
      description={result?.description ?? description}
    >
      {result === null ? (
        <form onSubmit={send} className="space-y-4">
          {children}
          <ProblemLine problem={problem} />
          <div className="flex flex-wrap justify-end gap-3 border-t border-line pt-4">
            <DialogClose asChild>
              <Button size="large">{t("cancel")}</Button>
            </DialogClose>
            <Button type="submit" tone="primary" size="large" busy={busy}>
              {busy ? t("sending") : submit}
            </Button>
          </div>
        </form>
      ) : (
        <div className="space-y-4">
          {result.content}
          <div className="flex justify-end border-t border-line pt-4">
            <DialogClose asChild>
              <Button tone="primary" size="large">
                {settings("kept")}
              </Button>
            </DialogClose>
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** A field as it was filled in; empty is null. */
export function filled(fields: FormData, name: string): string | null {
  const value = fields.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
