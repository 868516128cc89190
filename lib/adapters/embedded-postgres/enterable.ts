import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** The folder itself and all above it, the root last. */
export function withAncestors(path: string): string[] {
  const folders = [resolve(path)];
  for (let at = dirname(resolve(path)); at !== folders.at(-1); at = dirname(at)) folders.push(at);
  return folders;
}

/** Whether a user without rights of its own may reach the path: every folder above must let others enter. */
export async function isEnterable(path: string): Promise<boolean> {
  for (const folder of withAncestors(path)) {
    const mode = await stat(folder).then(
      (found) => found.mode,
      () => undefined, // not there yet: it will be made with rights that fit
    );
    if (mode !== undefined && (mode & 0o001) === 0) return false;
  }
  return true;
}
