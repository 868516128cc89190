import { describe, expect, test } from "vitest";
import { createRoleBook } from "./role-book";

const contact = (role: `role:${string}`, person: string) => ({
  role,
  person,
  phone: null,
  email: null,
  lines: { from: 1, to: 1 },
});

describe("owners", () => {
  test.each([
    ["全员 On-Call", ["role:everyone"]],
    ["DevOps 值班", ["role:devops"]],
    ["PM + 客服", ["role:pm", "role:support"]],
    ["DBA、QA Lead", ["role:dba", "role:qa"]],
    ["Product Manager and Support", ["role:pm", "role:support"]],
    ["@dba", ["role:dba"]],
    ["QA, QA Lead", ["role:qa"]],
    ["数据组", ["role:数据组"]],
    ["Payments Squad #2", ["role:payments-squad-2"]],
    ["-", []],
    ["", []],
    ["n/a", []],
  ])("in “%s” are %j", (text, roles) => expect(createRoleBook().owners(text)).toEqual(roles));

  test("named by person have the role that the roster gives", () => {
    const book = createRoleBook();
    book.addContact(contact("role:dba", "王五"), "DBA");
    expect(book.owners("王五")).toEqual(["role:dba"]);
    expect(book.all()).toEqual([{ id: "role:dba", name: "DBA", spellings: ["DBA"] }]);
  });
});

test("two people under like words keep roles of their own, and what only says that somebody is on duty is no part of a role", () => {
  const book = createRoleBook();
  for (const [spelling, person] of [
    ["优惠开发", "韩铮"],
    ["库存开发", "罗薇"],
  ] as const) {
    book.addContact(contact(book.rosterRole(spelling, person), person), spelling);
  }
  expect(book.owners("韩铮、罗薇")).toEqual(["role:developer", "role:库存开发"]);
  expect(book.owners("库存开发")).toEqual(["role:库存开发"]);
  expect(book.role("应用负责人")).toBe("role:应用负责人");
  expect(book.role("DBA on-call")).toBe("role:dba");
});

test("a role has the name that was seen first, and every spelling", () => {
  const book = createRoleBook();
  book.addContact(contact("role:qa", "孙七"), "QA Lead");
  for (const text of ["QA", "测试", "QA"]) book.role(text);
  expect(book.all()).toEqual([{ id: "role:qa", name: "QA Lead", spellings: ["QA Lead", "QA", "测试"] }]);
});
