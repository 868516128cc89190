import { expect, test } from "vitest";
import { wholeClauses } from "./whole-clauses";

const worse = "worse than v0.9: 247 errors in 56,574 requests against 207 in 1,077,546; evidence > 1,000,000 : 1";

test.each([
  [
    "what finds room stays whole",
    "below 0.1 %: 4 in 12,665 requests; evidence 22 : 1",
    40,
    "below 0.1 %: 4 in 12,665 requests; evidence 22 : 1",
  ],
  [
    "what does not loses its last clause",
    worse,
    48,
    "worse than v0.9: 247 errors in 56,574 requests against 207 in 1,077,546",
  ],
  [
    "in Chinese too",
    "比 v0.9 差：56,574 次请求中 247 次错误，旧版本 1,077,546 次中 207 次；证据 340 : 1",
    34,
    "比 v0.9 差：56,574 次请求中 247 次错误，旧版本 1,077,546 次中 207 次",
  ],
  ["one clause stays as it is, however long", "nothing there", 3, "nothing there"],
])("%s", (_rule, sentence, room, shown) => expect(wholeClauses(sentence, room)).toBe(shown));
