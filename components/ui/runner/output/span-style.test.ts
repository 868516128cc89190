import { expect, it } from "vitest";
import { spansOf } from "@/lib/domain/output/row-spans";
import { PLAIN } from "@/lib/domain/output/text-style";
import { spanStyle } from "./span-style";

const drawn = (sequence: string) => {
  const [span] = spansOf({ text: `\u001b[${sequence}mtext`, style: PLAIN });
  return span === undefined ? null : spanStyle(span);
};

it("gives every colour of a terminal a tone for each theme, and plain text none of its own", () => {
  const inks = [...Array(8).keys()].flatMap((colour) => [30 + colour, 90 + colour]);
  for (const ink of inks) {
    const { className, style } = drawn(String(ink)) ?? {};
    expect(className).toBe("output-ink");
    expect(style).toMatchObject({ "--d": expect.stringMatching(/^rgb\(/u), "--l": expect.stringMatching(/^rgb\(/u) });
  }
  expect(drawn("0")).toEqual({ className: "", style: {} });
});

it("writes on a ground in what can be read there, whatever the theme", () => {
  expect(drawn("43")?.style).toEqual({ backgroundColor: "rgb(222 178 40)", color: "rgb(0 0 0)" });
  expect(drawn("41;31")?.style.color).not.toBe("rgb(222 56 43)");
  expect(drawn("1;7")).toEqual({ className: "font-bold output-inverse", style: {} });
});
