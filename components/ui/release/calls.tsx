"use client";

import dynamic from "next/dynamic";

const Silence = () => null;

/** Who is called for what. Rendered with the page where somebody is called then; its code comes apart from the page's own. */
export const Calls = dynamic(() =>
  import("./call-notices").then(
    (part) => part.CallNotices,
    () => Silence,
  ),
);
