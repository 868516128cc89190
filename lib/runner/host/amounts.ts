import { z } from "zod";

const MS = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 } as const;
const BYTES = { B: 1, kB: 1000, MB: 1_000_000 } as const;

function amount<Unit extends string>(units: Readonly<Record<Unit, number>>, example: string) {
  const shape = new RegExp(`^(\\d+(?:\\.\\d+)?) ?(${Object.keys(units).join("|")})$`, "u");
  return z.string().transform((written, context) => {
    const [, figure, unit] = shape.exec(written) ?? [];
    const factor = Object.entries<number>(units).find(([name]) => name === unit)?.[1];
    const value = Math.round(Number(figure) * (factor ?? Number.NaN));
    if (value > 0) return value;
    context.addIssue({ code: "custom", message: `must be an amount with its unit, such as ${example}` });
    return z.NEVER;
  });
}

/** "90s", "10m", "1.5 h" → milliseconds. */
export const duration = amount(MS, '"90s" or "10m"');

/** "500 kB", "10 MB" → bytes. */
export const size = amount(BYTES, '"500 kB" or "10 MB"');
