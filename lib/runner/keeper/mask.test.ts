import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMask } from "./mask";

function masked(secrets: readonly string[], chunks: readonly string[]): string {
  const mask = createMask(secrets);
  const shown = chunks.map((chunk) => mask.push(Buffer.from(chunk, "latin1")));
  return Buffer.concat([...shown, mask.end()]).toString("utf8");
}

describe("the mask over an action's output", () => {
  it("takes a secret out in each of its spellings", () => {
    const secret = 'pass "word" & more';
    const spelled = [
      secret,
      JSON.stringify(secret),
      encodeURIComponent(secret),
      Buffer.from(secret).toString("base64"),
    ];
    expect(masked([secret], [spelled.join(" | ")])).toBe('••• | "•••" | ••• | •••');
  });

  it("shows at once what cannot be the beginning of a secret, and the rest as soon as it is clear", () => {
    const mask = createMask(["secret"]);
    expect(mask.push(Buffer.from("password: se")).toString()).toBe("password: ");
    expect(mask.push(Buffer.from("ven")).toString()).toBe("seven");
    expect(mask.push(Buffer.from("sec")).toString()).toBe("");
    expect(mask.end().toString()).toBe("sec");
  });

  it("covers secrets that overlap, and each line of one that has several", () => {
    expect(masked(["abcd", "cdef"], ["xabcd", "efx"])).toBe("x•••x");
    expect(masked(["first line\nsecond line"], ["a first line b second line c"])).toBe("a ••• b ••• c");
  });

  it("holds no more than a secret's length in memory, and leaves bytes that are no text alone", () => {
    const mask = createMask(["aaaa"]);
    for (let index = 0; index < 100; index += 1) mask.push(Buffer.from("a".repeat(1000)));
    expect(mask.end().length).toBeLessThan(10);
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0xe4, 0xb8]);
    expect(createMask(["secret"]).push(bytes)).toEqual(bytes);
  });

  it("gives the same for every way of cutting the stream, and never a secret", () => {
    const piece = fc.constantFrom("s3cr3t", "s3c", "r3t", "r3ts3c", "x", "3", "t0k3n-t0k3n", "t0k3n-", "\n");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.array(fc.nat(60), { maxLength: 10 }), (pieces, cuts) => {
        const text = pieces.join("");
        const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
        const chunks = at.slice(1).map((end, index) => text.slice(at[index], end));
        const secrets = ["s3cr3t", "t0k3n-t0k3n"];
        const shown = masked(secrets, chunks);
        expect(shown).toBe(masked(secrets, [text]));
        for (const secret of secrets) expect(shown).not.toContain(secret);
      }),
    );
  });
});
