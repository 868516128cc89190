import { expect, test } from "vitest";
import { annotationText } from "./annotation-text";

test("what people wrote stays text in Grafana, whatever signs it has", () => {
  const text = annotationText(['<img src=x onerror="alert(1)"> & so', ""], "https://holdpoint.test/releases/a?b=1&c=2");
  expect(text).toBe(
    '&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; so\n<a href="https://holdpoint.test/releases/a?b=1&amp;c=2">Holdpoint</a>',
  );
});
