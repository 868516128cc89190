import { z } from "zod";

const MS = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 } as const;
const BYTES = { B: 1, kB: 1000, MB: 1_000_000 } as const;

/** A timer of more than 24.8 days fires at once. */
const LONGEST = { value: 480 * MS.h, said: "480 h" };
/** More than the server keeps of one output is never delivered. */
const LARGEST = { value: 50 * BYTES.MB, said: "50 MB" };

type Most = { value: number; said: string };

function amount<Unit extends string>(units: Readonly<Record<Unit, number>>, example: string, most: Most) {
  const shape = new RegExp(`^(\\d+(?:\\.\\d+)?) ?(${Object.keys(units).join("|")})$`, "u");
  return z.string().transform((written, context) => {
    const [, figure, unit] = shape.exec(written) ?? [];
    const factor = Object.entries<number>(units).find(([name]) => name === unit)?.[1];
    const value = Math.round(Number(figure) * (factor ?? Number.NaN));
    if (value > 0 && value <= most.value) return value;
    const message = value > 0 ? `must be at most ${most.said}` : `must be an amount with its unit, such as ${example}`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

/** "90s", "10m", "1.5 h" → milliseconds. */
export const duration = amount(MS, '"90s" or "10m"', LONGEST);

/** How much output is kept: "500 kB", "10 MB" → bytes. */
export const outputSize = amount(BYTES, '"500 kB" or "10 MB"', LARGEST);
