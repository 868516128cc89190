/** How a person with the rights for it brings packages. */
export function howToBring(packages: readonly string[]): string {
  return `Somebody who may can bring them (Debian, Ubuntu): sudo apt-get install -y --no-install-recommends ${packages.join(" ")}`;
}

/** What this account cannot install by itself, what is left out without it, and who can bring it how. */
export function missingParts(packages: readonly string[]): string {
  const hasFonts = packages.some((name) => name.startsWith("font"));
  const spoilt = hasFonts ? " Without the fonts pictures show boxes for Chinese." : "";
  return `Not on this machine: ${packages.join(", ")}. The tests that need them are left out.${spoilt}\n${howToBring(packages)}`;
}
