"use client";

import type { FormEvent, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";

type DoorFormProps = {
  title: string;
  lead: string;
  submit: string;
  sending: string;
  busy: boolean;
  problem: string | null;
  onSubmit: (fields: Record<string, string>) => void;
  children: ReactNode;
};

function fieldsOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** One column: what is asked, the fields, one act, and what went wrong above it. */
export function DoorForm({ title, lead, submit, sending, busy, problem, onSubmit, children }: DoorFormProps) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(fieldsOf(event.currentTarget));
  };
  return (
    <form onSubmit={send} method="post" className="space-y-5">
      <PageHeader title={title} lead={lead} />
      {children}
      {problem === null ? null : <Notice tone="failed" role="alert" title={problem} />}
      <Button type="submit" tone="primary" size="large" busy={busy} className="w-full">
        {busy ? sending : submit}
      </Button>
    </form>
  );
}
