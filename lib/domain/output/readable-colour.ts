type Rgb = readonly [number, number, number];

/** Text is read at this contrast or it is not read (WCAG 1.4.3). */
const ENOUGH = 4.5;
const STEPS = 20;

function channel(value: number): number {
  const part = value / 255;
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}

/** How far two colours stand apart, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** Black or white, whichever is read better on this ground. */
export function inkFor(ground: Rgb): Rgb {
  return contrast(BLACK, ground) >= contrast(WHITE, ground) ? BLACK : WHITE;
}

/** The colour itself where it can be read on the ground, else as near to it as can be. */
export function readableOn(colour: Rgb, ground: Rgb): Rgb {
  const towards = inkFor(ground);
  const mixed = (share: number): Rgb => {
    const [red, green, blue] = [0, 1, 2].map((at) =>
      Math.round((colour[at] ?? 0) * (1 - share) + (towards[at] ?? 0) * share),
    );
    return [red ?? 0, green ?? 0, blue ?? 0];
  };
  for (let step = 0; step < STEPS; step += 1) {
    const tried = mixed(step / STEPS);
    if (contrast(tried, ground) >= ENOUGH) return tried;
  }
  return towards;
}
