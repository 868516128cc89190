import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

export type Account = { uid: number; gid: number };

const name = "postgres";

async function findAccount(): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** Postgres refuses to run as root: the account it gets instead, made when missing. Absent for ordinary users. */
export async function serverAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const known = await findAccount();
  if (known !== undefined) return known;
  await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]).catch(
    () => undefined, // another start may have made it in this moment; the look-up below decides
  );
  const made = await findAccount();
  if (made === undefined) {
    throw new Error(
      "Postgres does not run as root and the account 'postgres' could not be made: start Holdpoint as an ordinary user.",
    );
  }
  return made;
}
