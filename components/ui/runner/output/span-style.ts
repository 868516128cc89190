import type { CSSProperties } from "react";
import { inkFor, readableOn } from "@/lib/domain/output/readable-colour";
import type { Span } from "@/lib/domain/output/row-spans";
import type { TerminalColour } from "@/lib/domain/output/text-style";

type Rgb = readonly [number, number, number];

/** A terminal's sixteen, as they are meant; what cannot be read on a theme's ground is moved until it can. */
const NAMED: readonly Rgb[] = [
  [0, 0, 0],
  [222, 56, 43],
  [57, 181, 74],
  [222, 178, 40],
  [66, 135, 245],
  [188, 63, 188],
  [44, 181, 233],
  [204, 204, 204],
  [128, 128, 128],
  [255, 92, 87],
  [90, 247, 142],
  [255, 214, 102],
  [107, 164, 255],
  [231, 121, 231],
  [97, 214, 214],
  [255, 255, 255],
];
/** `--code` of the two themes, where output stands. */
const GROUNDS = { dark: [11, 15, 20], light: [255, 255, 255] } as const satisfies Record<string, Rgb>;

function rgbOf(colour: TerminalColour): Rgb {
  return colour.kind === "exact" ? colour.rgb : (NAMED[colour.index] ?? [128, 128, 128]);
}

function css(rgb: Rgb): string {
  return `rgb(${rgb.join(" ")})`;
}

function onTheme(ink: Rgb): CSSProperties {
  const both: CSSProperties & Record<"--d" | "--l", string> = {
    "--d": css(readableOn(ink, GROUNDS.dark)),
    "--l": css(readableOn(ink, GROUNDS.light)),
  };
  return both;
}

function onGround(ground: Rgb, ink: TerminalColour | null): CSSProperties {
  return { backgroundColor: css(ground), color: css(ink === null ? inkFor(ground) : readableOn(rgbOf(ink), ground)) };
}

/** How a span is drawn: readable in both themes, whatever the command chose. */
export function spanStyle({ style }: Span): { className: string; style: CSSProperties } {
  const { bold, dim, italic, underline, struck, inverse } = style;
  const [ink, ground] = inverse ? [style.ground, style.ink] : [style.ink, style.ground];
  const words = [
    bold ? "font-bold" : "",
    italic ? "italic" : "",
    underline ? "underline" : "",
    struck ? "line-through" : "",
  ];
  if (ground !== null) return { className: words.join(" ").trim(), style: onGround(rgbOf(ground), ink) };
  if (inverse) words.push("output-inverse");
  else if (ink !== null) words.push("output-ink");
  else if (dim) words.push("text-ink-2");
  return {
    className: words.filter((word) => word !== "").join(" "),
    style: ink === null || inverse ? {} : onTheme(rgbOf(ink)),
  };
}
