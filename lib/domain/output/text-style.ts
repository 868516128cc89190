/** A colour of a terminal: one of its sixteen, or any other. */
export type TerminalColour =
  | { kind: "named"; index: number }
  | { kind: "exact"; rgb: readonly [number, number, number] };

/** How text is drawn from here on. */
export type TextStyle = {
  ink: TerminalColour | null;
  ground: TerminalColour | null;
  bold: boolean;
  dim: boolean;
  italic: boolean;
  underline: boolean;
  struck: boolean;
  inverse: boolean;
};

export const PLAIN: TextStyle = {
  ink: null,
  ground: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  struck: false,
  inverse: false,
};

const SWITCHES: Readonly<Record<number, Partial<TextStyle>>> = {
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  9: { struck: true },
  21: { underline: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
  29: { struck: false },
  39: { ink: null },
  49: { ground: null },
};

const CUBE = [0, 95, 135, 175, 215, 255];

function byte(value: number | undefined): number {
  return Math.min(255, Math.max(0, value ?? 0));
}

/** One of the 256: sixteen with names, a cube of 216, 24 greys. */
function indexed(value: number | undefined): TerminalColour {
  const index = byte(value);
  if (index < 16) return { kind: "named", index };
  const grey = 8 + (index - 232) * 10;
  if (index >= 232) return { kind: "exact", rgb: [grey, grey, grey] };
  const cell = index - 16;
  const at = (place: number) => CUBE[Math.floor(cell / place) % 6] ?? 0;
  return { kind: "exact", rgb: [at(36), at(6), at(1)] };
}

type Extended = { colour: TerminalColour | null; used: number };

/** What follows 38 or 48: `5;n` or `2;r;g;b`. */
function extended(codes: readonly number[], at: number): Extended {
  if (codes[at] === 5) return { colour: indexed(codes[at + 1]), used: 2 };
  if (codes[at] !== 2) return { colour: null, used: codes.length };
  const [red, green, blue] = codes.slice(at + 1, at + 4);
  return { colour: { kind: "exact", rgb: [byte(red), byte(green), byte(blue)] }, used: 4 };
}

function basic(code: number): Partial<TextStyle> {
  const named = (index: number): TerminalColour => ({ kind: "named", index });
  if (code >= 30 && code <= 37) return { ink: named(code - 30) };
  if (code >= 40 && code <= 47) return { ground: named(code - 40) };
  if (code >= 90 && code <= 97) return { ink: named(code - 82) };
  if (code >= 100 && code <= 107) return { ground: named(code - 92) };
  return SWITCHES[code] ?? {};
}

/** The style after `ESC [ parameters m`. What is not understood changes nothing. */
export function styleAfter(style: TextStyle, parameters: string): TextStyle {
  const codes = parameters.split(/[;:]/u).map((code) => Number.parseInt(code === "" ? "0" : code, 10));
  let next = style;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    if (code === 0) next = PLAIN;
    else if (code === 38 || code === 48) {
      const { colour, used } = extended(codes, at + 1);
      at += used;
      next = { ...next, ...(colour === null ? {} : code === 38 ? { ink: colour } : { ground: colour }) };
    } else next = { ...next, ...basic(code) };
  }
  return next;
}
