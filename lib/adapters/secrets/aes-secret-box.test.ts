import { describe, expect, it } from "vitest";
import { aesSecretBox } from "./aes-secret-box";

const box = aesSecretBox("a".repeat(32));

describe("a sealed secret", () => {
  it("is opened by its key alone, and never looks the same twice", () => {
    const sealed = box.seal("令牌 token");
    expect(box.open(sealed)).toBe("令牌 token");
    expect(aesSecretBox("b".repeat(32)).open(sealed)).toBeNull();
    expect(box.seal("令牌 token")).not.toBe(sealed);
    expect(sealed).not.toContain("token");
  });

  it.each(["", "x", "no.dot", "0000.AAAA"])("that is %j opens nothing", (sealed) => {
    expect(box.open(sealed)).toBeNull();
  });

  it("that somebody changed is refused", () => {
    const sealed = box.seal("token");
    const [id, text = ""] = sealed.split(".");
    const bytes = Buffer.from(text, "base64");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(box.open(`${id}.${bytes.toString("base64")}`)).toBeNull();
  });
});
