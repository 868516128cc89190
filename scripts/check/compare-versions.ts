/** Orders two versions as semver does, as far as releases go: a pre-release comes before its release. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [parts(left), parts(right)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(b.isPrerelease) - Number(a.isPrerelease);
}

function parts(version: string) {
  const [release = "", prerelease] = (version.split("+")[0] ?? "").split(/-(.*)/s);
  return { numbers: release.split(".").map(Number), isPrerelease: prerelease !== undefined };
}
