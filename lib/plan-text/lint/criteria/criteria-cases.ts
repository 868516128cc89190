import type { RuleCase } from "../rule-case";

export const CRITERIA_CASES: readonly RuleCase[] = [
  {
    rule: "criteria-ticked",
    defect: "a success criterion is ticked before the release",
    edits: [["- [ ] 系统可用性", "- [x] 系统可用性"]],
    at: ["系统可用性"],
    says: ["1", "2"],
  },
  {
    rule: "targets-differ",
    defect: "one metric has two targets",
    edits: [["- [ ] 压测 P99延迟 < 200ms", "- [ ] P99延迟 < 300ms"]],
    at: ["P99延迟", "P99延迟"],
    says: ["200 ms / 300 ms"],
  },
  {
    rule: "threshold-gap",
    defect: "the figure itself belongs to no side",
    edits: [["- 错误率 ≥ 1%", "- 错误率 > 0.1%"]],
    at: ["错误率 > 0.1%", "错误率 < 0.1%"],
    says: ["0.1 %"],
  },
  {
    rule: "trigger-inside-criterion",
    defect: "a trigger fires while the criterion holds",
    edits: [["- 错误率 ≥ 1%", "- 错误率 ≥ 0.05%"]],
    at: ["错误率 ≥ 0.05%", "错误率 < 0.1%"],
    says: ["0.05%", "0.1%"],
  },
  {
    rule: "condition-without-figure",
    defect: "a condition has no figure",
    edits: [["- 错误率 < 0.1%\n- P99延迟 < 200ms", "- 错误率 < 0.1%\n- P99延迟无明显上升"]],
    at: ["P99延迟无明显上升"],
  },
];
