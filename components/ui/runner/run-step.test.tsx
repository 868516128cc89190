import { expect, it } from "vitest";
import { consoleMarkup, readable } from "@/components/ui/release/fixtures/console-markup";
import type { Binding } from "@/lib/domain/plan/binding";
import { started } from "@/lib/domain/release/fixtures/small-night";
import { RunText, useRunLines } from "./run-step";

const lines = { from: 0, to: 0 };
const commands = 'pg_dump shop > "$BACKUP"\n\n# 校验\nsha256sum "$BACKUP" && echo <done>';
const step = { id: "step:1.1", name: "Dump", commands, language: "bash", lines } as const;
const target = { kind: "step", step: "step:1.1" } as const;
const script: Binding = { target, work: { kind: "script" }, labels: ["db"], lines };
const action: Binding = { ...script, work: { kind: "action", name: "dump", arguments: { database: "shop" } } };

function Asked({ binding }: { binding: Binding }) {
  const said = useRunLines(binding);
  return (
    <>
      {said.map((line, index) => (
        <p key={String(index)}>{line}</p>
      ))}
      <RunText step={step} binding={binding} />
    </>
  );
}

it("of a plan's own text shows every character before it runs, and what that needs", () => {
  const html = consoleMarkup(<Asked binding={script} />, started());
  const shown = html.replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  expect(shown).toContain(commands);
  expect(readable(html)).toMatch(/two people have approved this very version\..*Exactly this text runs.*: pg_dump/u);
  expect(readable(html)).toContain("labels db");
});

it("of an action names it with its arguments, and shows no text of the plan as if that ran", () => {
  const said = readable(consoleMarkup(<Asked binding={action} />, started(), { locale: "zh-CN" }));
  expect(said).toContain("动作：dump");
  expect(said).toContain("database = shop");
  expect(said).not.toContain("pg_dump");
});

it("says for which releases the runner must be: of a rehearsal none of a live one is asked", () => {
  const asked = (mode: "live" | "rehearsal") =>
    readable(consoleMarkup(<Asked binding={script} />, started({ mode, speed: mode === "live" ? 1 : 20 })));
  expect(asked("live")).toContain("Goes to a runner for live releases");
  expect(asked("rehearsal")).toContain("Goes to a runner for rehearsals");
});
