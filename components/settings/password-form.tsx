"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ProblemLine } from "@/components/ui/problem-line";
import { toast } from "@/components/ui/toast-store";
import { useCall } from "@/components/ui/use-call";

const EMPTY = { current: "", password: "", repeat: "" };

/** One's own password: the present one, and the new one twice, because nobody sees what is typed. */
export function PasswordForm({ username }: { username: string }) {
  const t = useTranslations("settings.password");
  const { busy, problem, run } = useCall();
  const [typed, setTyped] = useState(EMPTY);
  const differs = typed.repeat !== "" && typed.repeat !== typed.password;

  async function change() {
    const { current, password } = typed;
    const answer = await run({ method: "POST", path: "/api/v1/password", body: { current, password } });
    if ("problem" in answer) return;
    setTyped(EMPTY);
    toast.success(t("changed"));
  }

  const field = (name: keyof typeof EMPTY, autoComplete: string) => ({
    type: "password",
    autoComplete,
    maxLength: 128,
    required: true,
    requiredUnsaid: true,
    value: typed[name],
    onChange: ({ target }: { target: HTMLInputElement }) => setTyped({ ...typed, [name]: target.value }),
  });
  return (
    <section aria-labelledby="password" className="max-w-md">
      <h2 id="password" className="pt-8 pb-1.5 text-lg font-bold">
        {t("title")}
      </h2>
      <p className="pb-4 text-ink-2">{t("lead")}</p>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.repeat === typed.password && !busy) void change();
        }}
      >
        <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
        <Field label={t("current")} {...field("current", "current-password")} />
        <Field label={t("new")} {...field("password", "new-password")} />
        <Field label={t("repeat")} {...field("repeat", "new-password")} aria-invalid={differs ? true : undefined} />
        <ProblemLine problem={problem} />
        <div>
          <Button type="submit" tone="primary" busy={busy} refused={differs ? t("differs") : null}>
            {busy ? t("sending") : t("submit")}
          </Button>
        </div>
      </form>
    </section>
  );
}
