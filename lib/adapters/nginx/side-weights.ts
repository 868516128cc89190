import type { Side } from "@/lib/contracts/traffic";

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * The weight of each single server of a side, reduced. Nil leaves the side out: nginx takes no `weight=0`. Servers of one side share
 * what the side gets, so that 5 % stay 5 % with two servers on one side and three on the other.
 */
export function sideWeights(share: number, servers: Record<Side, number>): Record<Side, number> {
  const green = Math.round(share * 100);
  if (green <= 0) return { green: 0, blue: 1 };
  if (green >= 10_000) return { green: 1, blue: 0 };
  const [forGreen, forBlue] = [green * servers.blue, (10_000 - green) * servers.green];
  const common = greatestCommonDivisor(forGreen, forBlue);
  return { green: forGreen / common, blue: forBlue / common };
}
