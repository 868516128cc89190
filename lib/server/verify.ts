// npm run verify -- <release>: exit 0 when the log is as it was written, 1 when it is not, 2 when there is nothing to check.
import { closeServices, services } from "./composition";
import { verificationSentence } from "./verification-sentence";

const exitCodes = { sound: 0, broken: 1, unknown: 2 } as const;

async function listKnown(): Promise<number> {
  const releases = await services().listReleases();
  process.stdout.write("Say which release: npm run verify -- <release>\n");
  for (const { releaseId, planTitle, mode, status, seq } of releases) {
    process.stdout.write(`  ${releaseId}  ${planTitle} (${mode}, ${status}, ${seq} events)\n`);
  }
  return exitCodes.unknown;
}

async function verify(releaseId: string): Promise<number> {
  const found = await services().verifyRelease({ releaseId });
  process.stdout.write(`${verificationSentence(releaseId, found)}\n`);
  return exitCodes[found.verdict];
}

const [releaseId] = process.argv.slice(2);
try {
  process.exitCode = releaseId === undefined ? await listKnown() : await verify(releaseId);
} catch (error) {
  process.stderr.write(`The log could not be read: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeServices();
}
