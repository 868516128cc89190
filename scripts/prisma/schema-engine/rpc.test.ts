import { expect, test } from "vitest";
import { answerLine } from "./rpc";

const request = (method: string) => JSON.stringify({ jsonrpc: "2.0", id: 7, method, params: {} });

test("a result goes back under the number of its call", async () => {
  const [reply] = await answerLine(request("version"), async () => "18.4");
  expect(JSON.parse(reply ?? "")).toEqual({ jsonrpc: "2.0", id: 7, result: "18.4" });
});

test("a diff is printed before it is answered, under a number of its own", async () => {
  const lines = await answerLine(request("diff"), async () => ({ exitCode: 2, stdout: "-- CreateTable" }));
  const [print, reply] = lines.map((line) => JSON.parse(line));
  expect(print).toMatchObject({ method: "print", params: { content: "-- CreateTable" } });
  expect(print.id).not.toBe(reply.id);
  expect(reply).toMatchObject({ id: 7, result: { exitCode: 2 } });
});

test("a fault goes back with Prisma's code and what it is about", async () => {
  const fault = Object.assign(new Error("No such table"), { code: "P1014", meta: { table: "nope" } });
  const [reply] = await answerLine(request("applyMigrations"), () => Promise.reject(fault));
  expect(JSON.parse(reply ?? "").error).toMatchObject({
    message: "No such table",
    data: { is_panic: false, error_code: "P1014", meta: { table: "nope" } },
  });
});

test("the CLI's answer to a print is no call", async () => {
  const call = () => Promise.reject(new Error("must not be called"));
  expect(await answerLine('{"jsonrpc":"2.0","id":900007,"result":null}', call)).toEqual([]);
});
