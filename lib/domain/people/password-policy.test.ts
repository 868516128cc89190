import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PASSWORD_MIN_LENGTH, passwordProblem } from "./password-policy";

const person = ["李四", "li.si", "lisi@example.com"];

describe("password policy", () => {
  it.each(["correct horse battery staple", "mond-fähre-9-kupfer", "窗外下着雨我在写代码呢哈哈", "x9#kLw2vQm!z"])(
    "accepts %s, whatever kinds of characters it has",
    (password) => expect(passwordProblem(password, person)).toBeNull(),
  );

  it.each(["short", "elevenchars", "四个字符"])("refuses %s as too short", (password) =>
    expect(passwordProblem(password, person)).toBe("password-too-short"),
  );

  it("counts characters, so that twelve emoji are enough to be long", () =>
    expect(passwordProblem("🌧🚀🌵🎺🧊🦀🍉🎻🧵🪁🛶🥝", person)).toBeNull());

  it.each([
    "password1234",
    "P@ssw0rd2026!",
    "qwertyuiop123",
    "aaaaaaaaaaaaaa",
    "123456789012",
    "welcomeadmin99",
    "abcdefghijklm",
  ])("refuses %s, which stands on every list", (password) =>
    expect(passwordProblem(password, person)).toBe("password-common"),
  );

  it.each(["holdpoint-2026", "release-deploy-1", "li.si.example!", "lisi@example.com"])(
    "refuses %s, which the context gives away",
    (password) => expect(passwordProblem(password, person)).toBe("password-context"),
  );

  it("never throws and refuses everything that is too short", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.array(fc.string()), (password, context) => {
        const problem = passwordProblem(password, context);
        if ([...password].length < PASSWORD_MIN_LENGTH) expect(problem).toBe("password-too-short");
      }),
    );
  });
});
