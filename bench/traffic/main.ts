// How much longer a guarded rollback takes than a bare reload of nginx: node scripts/run-ts.mjs bench/traffic/main.ts
import { measureRollbackRatio } from "./rollback-ratio";

const MOST = 1.5;
const { floorMs, oursMs, ratio, rounds } = await measureRollbackRatio();
const met = ratio <= MOST;
process.stdout.write(
  `rollback to the first request on the old version: ${oursMs.toFixed(0)} ms; nginx -s reload alone: ${floorMs.toFixed(0)} ms; ` +
    `ratio ${ratio.toFixed(2)} (at most ${MOST}, ${rounds} rounds): ${met ? "met" : "NOT MET"}\n`,
);
process.exitCode = met ? 0 : 1;
