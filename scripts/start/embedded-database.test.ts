import { expect, test } from "vitest";
import { systemFolder } from "./embedded-database";

test("two projects of one name below a closed folder do not share a database", () => {
  const one = systemFolder("/root/a/holdpoint/data");
  expect(one).toMatch(/^\/var\/lib\/holdpoint\/holdpoint-[0-9a-f]{8}$/);
  expect(systemFolder("/root/b/holdpoint/data")).not.toBe(one);
  expect(systemFolder("/root/a/holdpoint/data")).toBe(one);
});
