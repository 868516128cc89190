// What a person would do with curl in a loop: visit.mjs <address> <how often> [<the only version allowed>]. Counts answers by version.
const [address, times = "1", only] = process.argv.slice(2);
const counts = new Map();
let failed = 0;
for (let visit = 0; visit < Number(times); visit += 1) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    await answer.arrayBuffer();
    const version = answer.headers.get("x-app-version") ?? "-";
    counts.set(version, (counts.get(version) ?? 0) + 1);
    if (!answer.ok || (only !== undefined && version !== only)) failed += 1;
  } catch (error) {
    failed += 1;
    console.log(`${address}: ${error.cause?.message ?? error.message}`);
  }
}
for (const [version, count] of counts) console.log(`${String(count).padStart(4)} X-App-Version: ${version}`);
if (failed > 0) {
  console.log(`${failed} of ${times} not as expected`);
  process.exit(1);
}
