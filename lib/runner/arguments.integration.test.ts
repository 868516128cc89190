import { existsSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArgumentValues } from "@/lib/contracts/runner-actions";
import { bundleRunner, RunnerStand } from "./fixtures/runner-stand";

const SHOW = "process.stdout.write('<'+process.argv.slice(1).map(a=>Buffer.from(a).toString('hex')).join(',')+'>')";
/** What a shell, a template or a careless program would make something else of. */
const CORPUS = [
  "$(touch /tmp/injected)",
  "`id`",
  "a; rm -rf /",
  "a && b || c | d > /tmp/e < /tmp/f &",
  "line\nbreak\r\nand\ttab",
  "'single' and \"double\" and \\\\ back",
  "* ? [a-z] {1..3} ~ !! #",
  "--help",
  "-rf",
  `${"$"}{v0} $${"$"}{v1} ${"$"}{HOME} $HOME %s %n`,
  " leading and trailing ",
  "中文 🚀 é e\u0301 \u202e reversed \u200b",
  "\u0001\u001b[31mred\u007f",
  "'; DROP TABLE users; --",
  "=cmd|'/c calc'!A1",
  "../../etc/passwd",
  "x".repeat(4000),
];
const slot = (name: string) => `\${${name}}`;
/** Types as people write them into a host's file, and what each lets through of the corpus, by its place there: all else is refused. */
const TYPED = [
  { name: "text", type: { type: "string" }, through: [0, 1, 2, 3, 5, 6, 9, 10, 11, 13, 14, 15] },
  { name: "pattern", type: { type: "string", pattern: "[a-z./]+" }, through: [15] },
  { name: "choices", type: { type: "string", choices: ["blue", "green", "$(touch /tmp/injected)"] }, through: [0] },
  { name: "integer", type: { type: "integer", max: 1000 }, through: [] },
  { name: "boolean", type: { type: "boolean" }, through: [] },
];
const names = CORPUS.map((_, index) => `v${index}`);

let entry: string;
let stand: RunnerStand;

beforeAll(async () => {
  entry = await bundleRunner();
  stand = new RunnerStand(entry);
  const anything = { type: "string", pattern: "[^]*", maxLength: 4000, leadingDash: true };
  const show = (...rest: string[]) => [process.execPath, "-e", SHOW, "--", ...rest];
  await stand.open({
    actions: {
      wide: {
        command: show(...names.map((name) => `\${${name}}`), ...names.map((name) => `<\${${name}}>\${${name}}`)),
        arguments: Object.fromEntries(names.map((name) => [name, anything])),
      },
      ...Object.fromEntries(
        TYPED.map(({ name, type }) => [
          `typed-${name}`,
          { command: show(slot("value"), `<${slot("value")}>`), arguments: { value: type } },
        ]),
      ),
      plain: { command: show(slot("text")), arguments: { text: { type: "string" } } },
      free: { command: show(slot("text")), arguments: { text: anything } },
      figure: {
        command: show(slot("n"), slot("b")),
        arguments: { n: { type: "integer", max: 9 }, b: { type: "boolean" } },
      },
    },
  });
});
afterAll(async () => {
  await stand.close();
  rmSync(entry, { force: true });
});

async function argvOf(id: string): Promise<string[]> {
  expect(await stand.finished(id)).toMatchObject({ outcome: "succeeded" });
  const hex = /<([0-9a-f,]*)>$/u.exec(stand.server.outputOf(id))?.[1] ?? "";
  return hex.split(",").map((one) => Buffer.from(one, "hex").toString("utf8"));
}

describe("a value out of a plan", () => {
  it("arrives byte for byte as one element, whole or inside one", async () => {
    const values = Object.fromEntries(CORPUS.map((value, index) => [`v${index}`, value]));
    const id = stand.server.add({ work: { kind: "action", action: "wide", arguments: values } });
    expect(await argvOf(id)).toEqual([...CORPUS, ...CORPUS.map((value) => `<${value}>${value}`)]);
  });

  it.each(["a\0b", "\ud800", "half \udc00 of it"])("is refused where no program could get it: %j", async (text) => {
    expect(await stand.run("free", { text })).toMatchObject({
      outcome: "refused",
      refusal: "bad_arguments",
      startedAt: null,
    });
  });

  it("is refused by an argument that asks for nothing special when it has line breaks or looks like an option", async () => {
    for (const text of ["two\nlines", "\u001b[2J", "-rf", "--output=/etc/passwd", "", "y".repeat(201)]) {
      expect(await stand.run("plain", { text })).toMatchObject({ outcome: "refused", refusal: "bad_arguments" });
    }
  });

  it.each(TYPED)("arrives byte for byte or is refused, where the host asks for $name", async ({ name, through }) => {
    const asked = CORPUS.map((value) =>
      stand.server.add({ work: { kind: "action", action: `typed-${name}`, arguments: { value } } }),
    );
    const arrived: number[] = [];
    for (const [at, id] of asked.entries()) {
      const finish = await stand.finished(id);
      if (finish.outcome === "succeeded") {
        arrived.push(at);
        expect(await argvOf(id)).toEqual([CORPUS[at], `<${CORPUS[at]}>`]);
      } else expect(finish).toMatchObject({ outcome: "refused", refusal: "bad_arguments", startedAt: null });
    }
    expect(arrived).toEqual(through);
    expect(existsSync("/tmp/injected")).toBe(false);
  });

  it("of another type than the host's file says is refused", async () => {
    const wrong: ArgumentValues[] = [
      { n: "1; id", b: true },
      { n: 10, b: true },
      { n: -1, b: true },
      { n: 1, b: "true" },
      { n: 1 },
    ];
    for (const values of wrong) {
      const work = { kind: "action" as const, action: "figure", arguments: values };
      const id = stand.server.add({ work });
      expect(await stand.finished(id)).toMatchObject({ outcome: "refused", refusal: "bad_arguments" });
    }
    const right = stand.server.add({ work: { kind: "action", action: "figure", arguments: { n: 7, b: false } } });
    expect(await argvOf(right)).toEqual(["7", "false"]);
  });
});
