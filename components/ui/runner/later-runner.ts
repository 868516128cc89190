"use client";

import dynamic from "next/dynamic";

// Only a plan that leaves work to runners needs it: not in the first picture of any other.
const load = {
  line: () => import("./job-line").then((part) => part.JobLine),
  run: () => import("./run-step").then((part) => part.RunStep),
  output: () => import("./output/output-panel").then((part) => part.OutputPanel),
};

export const JobLine = dynamic(load.line);
export const RunStep = dynamic(load.run);
export const OutputPanel = dynamic(load.output, { ssr: false });

/** Fetches all of it once the page stands, so that it is there when the server is not. */
export const fetchRunnerParts = () => Promise.allSettled(Object.values(load).map((one) => one()));
