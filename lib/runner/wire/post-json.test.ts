import http from "node:http";
import { expect, it } from "vitest";
import { postJson } from "./post-json";

it.each(["two\nlines", "tab\tbed", "nul\0", "中文"])(
  "a question with the token %j, which no header can hold, is a question without an answer",
  async (token) => {
    const target = { url: new URL("http://127.0.0.1:9/"), token, agent: new http.Agent() };
    const reply = await postJson(target, {}, { timeoutMs: 1000 });
    expect(reply).toEqual({ kind: "unreachable", because: "the token holds a character that no token has" });
  },
);
