import { expect, test } from "vitest";
import { parsePostmasterFile } from "./postmaster-file";

const file = "812\n/srv/data/postgres\n1763869000\n15432\n\n127.0.0.1\n  1 2\nready   \n";

test("a running server says its process, its folder and its port", () => {
  expect(parsePostmasterFile(file)).toEqual({ pid: 812, folder: "/srv/data/postgres", port: 15_432 });
});

test.each(["", "812\n", "812\n/srv/data/postgres\n1763869000\n", "x\n/srv\n1\n15432\n"])(
  "a file that was cut short says nothing (%j)",
  (text) => expect(parsePostmasterFile(text)).toBeUndefined(),
);
