import { describe, expect, it } from "vitest";
import { localPath } from "./local-path";

describe("localPath", () => {
  it("keeps a path inside this site", () => {
    expect(localPath("/releases/abc?tab=log#end")).toBe("/releases/abc?tab=log#end");
  });

  it.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", undefined, "/ a"])(
    "sends %s to the start page",
    (wanted) => {
      expect(localPath(wanted)).toBe("/");
    },
  );
});
