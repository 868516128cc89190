import { expect, test } from "vitest";
import { missingPlatformPackages, platformOf } from "./platform-packages";

test.each([
  ["@next/swc-darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
  ["@biomejs/cli-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
  ["@oxc-parser/binding-linux-arm-musleabihf", { os: ["linux"], cpu: ["arm"], libc: ["musl"] }],
  ["@swc/core-linux-ppc64-gnu", { os: ["linux"], cpu: ["ppc64"], libc: ["glibc"] }],
  ["@swc/core-win32-ia32-msvc", { os: ["win32"], cpu: ["ia32"] }],
  ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
  ["fsevents", undefined],
])("%s is for the machine in its name", (name, platform) => expect(platformOf(name)).toEqual(platform));

test("names what a one-platform registry left out, at the version that is asked for", () => {
  const lock = {
    packages: {
      "node_modules/tool": {
        dev: true,
        optionalDependencies: { "@tool/linux-x64": "1.0.0", "@tool/darwin-x64": "1.0.0", fsevents: "2.3.3" },
      },
      "node_modules/@tool/linux-x64": { version: "1.0.0" },
    },
  };
  expect(missingPlatformPackages(lock)).toEqual({
    "node_modules/@tool/darwin-x64": { version: "1.0.0", os: ["darwin"], cpu: ["x64"], dev: true, optional: true },
  });
});
