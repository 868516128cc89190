import { expect, test } from "vitest";
import { actName } from "./act-name";

test.each([
  ["Override…", "Override"],
  ["强制通过…", "强制通过"],
  ["Cancel the release ...", "Cancel the release"],
  ["Sign", "Sign"],
])("the opener %s becomes the act %s in its dialog", (label, act) => expect(actName(label)).toBe(act));
