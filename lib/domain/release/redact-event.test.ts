import { expect, test } from "vitest";
import type { ReleaseEvent } from "./events";
import { hideContacts, redactEvent } from "./redact-event";

test.each([
  ["call 13912345678 now", "call ••• now"],
  ["电话13912345678。", "电话•••。"],
  ["139-1234-5678", "•••"],
  ["+49 (0)30 1234567 is the desk", "••• is the desk"],
  ["86-13912345678 or 008613912345678", "••• or •••"],
  ["机房 010-62345678，值班(0571)8765 4321。", "机房 •••，值班•••。"],
  ["0571-87654321-801", "•••"],
  ["（021）62345678 转 8012", "•••"],
  ["057187654321", "•••"],
  ["hotline 400-820-8820 or 4008208820", "hotline ••• or •••"],
  ["800 8208 820 ext. 12", "•••"],
  ["write\nana.b@ops.example.com\\n", "write\n•••\\n"],
])("hides how to reach somebody: %s", (text, shown) => expect(hideContacts(text)).toBe(shown));

test.each([
  "8c5f2b7e-1d2a-4a3b-9c1d-a13912345678",
  "at 1764120000000 for 45000000000",
  "2025-03-15 02:00",
  "02:00-06:00, 0315, 400 ms, 800-900 orders/s",
  "0571-8765",
  "a-400-820-8820-b",
  "400.820.8820.1",
  "v1.0.0 @ 25 %",
])("leaves everything else as it is: %s", (text) => expect(hideContacts(text)).toBe(text));

test("a note on a display shows its words and no number", () => {
  const event: ReleaseEvent = {
    type: "note.added",
    payload: { text: 'ask "赵六" 13800000001' },
    releaseId: "r1",
    seq: 7,
    actor: { kind: "person", person: "p1", name: "赵六", role: null, substitute: false, played: false },
    at: 1_764_120_000_000,
    releaseAt: 1_764_120_000_000,
    epoch: 0,
  };
  expect(redactEvent(event)).toEqual({ ...event, payload: { text: 'ask "赵六" •••' } });
});
