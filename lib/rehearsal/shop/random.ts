/** A number in [0, 1) that depends on its arguments alone: the same shop has the same night every time. */
export function randomAt(seed: number, tick: number, stream: number): number {
  let x = (seed ^ Math.imul(tick + 1, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0;
  for (const factor of [0x21f0aaad, 0x735a2d97]) {
    x ^= x >>> 16;
    x = Math.imul(x, factor) >>> 0;
  }
  x ^= x >>> 15;
  return (x >>> 0) / 0x1_0000_0000;
}

/** 32 bits of a text (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/** A standard normal number by Box and Muller. */
export function normalAt(seed: number, tick: number, stream: number): number {
  const u = 1 - randomAt(seed, tick, stream);
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * randomAt(seed, tick, stream + 500));
}

const large = 40;

/** A Poisson count with this mean (≥ 0): by inversion while it is small, else by its normal approximation. */
export function poissonAt(mean: number, seed: number, tick: number, stream: number): number {
  if (mean <= 0) return 0;
  if (mean > large) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalAt(seed, tick, stream)));
  let left = randomAt(seed, tick, stream);
  let chance = Math.exp(-mean);
  let count = 0;
  while (left > chance && count < 10 * large) {
    left -= chance;
    count += 1;
    chance *= mean / count;
  }
  return count;
}
