import { describe, expect, test } from "vitest";
import { readPlan } from "../read-plan";

const timeline = "# Plan\n\n## Timeline\n\n| Time | Task | Owner |\n|---|---|---|\n| 02:00 | Deploy | DBA |\n\n";
const planOf = (text: string) => readPlan(timeline + text).plan;

function peopleIn(text: string): string[] {
  const plan = planOf(text);
  const nameOf = (id: string) => plan?.roles.find((role) => role.id === id)?.name ?? "";
  return (plan?.contacts ?? []).map(({ role, person, phone, email }) =>
    [nameOf(role), person, phone ?? "-", email ?? "-"].join(" | "),
  );
}

describe("somebody on the roster is read from", () => {
  test.each([
    [
      "- DBA: Petr Novak, +971 4 555 0152, petr@orders.example",
      "DBA | Petr Novak | +971 4 555 0152 | petr@orders.example",
    ],
    [
      "- Application on-call: Bea Lindqvist, +971 4 555 0153",
      "Application on-call | Bea Lindqvist | +971 4 555 0153 | -",
    ],
    ["- @teo — Edge crew, +49 30 555 0102", "Edge crew | teo | +49 30 555 0102 | -"],
    ["- Quotes squad — Imogen Vale — imogen@quotes.example", "Quotes squad | Imogen Vale | - | imogen@quotes.example"],
    ["- 郝运（算法平台）：130-0000-1102", "算法平台 | 郝运 | 130-0000-1102 | -"],
    ["- 数据架构师：黎昕，137-0000-4001", "数据架构师 | 黎昕 | 137-0000-4001 | -"],
    ["@阿哲 后端 134-0000-6001", "后端 | 阿哲 | 134-0000-6001 | -"],
    [
      "| Team | Person | Reach |\n|---|---|---|\n| Edge | Noor Haddad | noor@x.example |",
      "Edge | Noor Haddad | - | noor@x.example",
    ],
    [
      "| 小组 | 组长 | 电话 | 职责 |\n|---|---|---|---|\n| 网络组 | 车敏 | 133-0000-7002 | 专线 |",
      "网络组 | 车敏 | 133-0000-7002 | -",
    ],
  ])("%s", (text, expected) => {
    expect(peopleIn(`## Contacts\n\n${text}\n`)).toEqual([expected]);
  });

  test("a line that names several people after the word for contacts, wherever it stands", () => {
    const line = "Contacts: @ottilie (Auth lead, +46 8 555 0161), @bram (SRE, +46 8 555 0162)";
    expect(peopleIn(`Some words.\n\n${line}\n`)).toEqual([
      "Auth lead | ottilie | +46 8 555 0161 | -",
      "SRE | bram | +46 8 555 0162 | -",
    ]);
  });
});

test.each([
  ["Bridge: +49 30 555 0299, PIN 7712", "call", "+49 30 555 0299, PIN 7712"],
  ["值守群：出行App发布群", "chat", "出行App发布群"],
  ["War room: `#rel-payments`", "chat", "#rel-payments"],
])("“%s” is where people meet", (line, kind, address) => {
  expect(planOf(`## Contacts\n\n${line}\n`)?.channels).toEqual([expect.objectContaining({ kind, address })]);
});

test("who approves is the capacity, not the name beside it", () => {
  const table = "| 审批环节 | 审批人 | 意见 | 签字日期 |\n|---|---|---|---|\n| 生产调度 | 廖敏 | | |\n";
  const plan = planOf(`## 审批意见\n\n${table}`);
  expect(plan?.approvals.map(({ role }) => plan.roles.find(({ id }) => id === role)?.name)).toEqual(["生产调度"]);
});

test.each([
  ["Last updated: 2026-06-30\nLead: DBA\n\n## Contacts\n\n- DBA: Petr Novak, +971 4 555 0152", "role:dba"],
  ["## Contacts\n\n- 李澄（SRE）：130-0000-1101\n- 发布指挥：李澄", "role:sre"],
  ["## Contacts\n\n- 变更经理：蒋毅，010-5550-3001", "role:release-manager"],
])("the manager of “%s” is %s", (text, role) => {
  expect(readPlan(`# Plan\n\n${text}\n\n${timeline.slice("# Plan\n\n".length)}`).plan?.manager).toBe(role);
});
