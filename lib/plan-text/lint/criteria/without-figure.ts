import { readCriterion } from "../../criterion-text";
import { type LintRule, noticed } from "../lint-rule";

const vague = ["no-rise", "no-drop", "normal"];

/** "No noticeable rise": at three in the morning two people read that differently. */
export const withoutFigure: LintRule = ({ plan }) =>
  [...plan.canary.flatMap(({ watch }) => watch), ...plan.criteria].flatMap(({ text, lines }) => {
    const { qualitative, value } = readCriterion(text);
    if (value !== null || qualitative === null || !vague.includes(qualitative)) return [];
    return [noticed("condition-without-figure", [lines], { text })];
  });
