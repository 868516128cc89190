import type { Measure, MeasureKind } from "@/lib/domain/plan/measure";
import type { WordRow } from "./word-row";

/** How a check is measured, by the words behind "Method". */
export const MEASURE_KINDS: readonly WordRow<MeasureKind>[] = [
  { meaning: "limit", zh: ["数值"], en: ["value"] },
  { meaning: "rate", zh: ["错误率"], en: ["rate of errors"] },
  { meaning: "evidence", zh: ["与旧版本比较错误"], en: ["errors against the old version"] },
  { meaning: "comparison", zh: ["与旧版本比较数值"], en: ["value against the old version"] },
  { meaning: "serving", zh: ["新版本在服务"], en: ["the new version is serving"] },
  { meaning: "json", zh: ["json 字段"], en: ["json field"] },
];

/** Every field of every kind of measure. */
type FieldOf<One> = One extends unknown ? Exclude<keyof One, "kind"> : never;
export type MeasureField = FieldOf<Measure>;

/** The label of a line, or of the small heading above a query. */
export const MEASURE_FIELDS: readonly WordRow<MeasureField>[] = [
  { meaning: "query", zh: ["查询"], en: ["query"] },
  { meaning: "errors", zh: ["错误数"], en: ["errors"] },
  { meaning: "requests", zh: ["请求数"], en: ["requests"] },
  { meaning: "canary", zh: ["新版本"], en: ["new version"] },
  { meaning: "baseline", zh: ["旧版本"], en: ["old version"] },
  { meaning: "path", zh: ["路径"], en: ["path"] },
  { meaning: "field", zh: ["字段"], en: ["field"] },
  { meaning: "equals", zh: ["等于"], en: ["equals"] },
  { meaning: "source", zh: ["数据源"], en: ["source"] },
  { meaning: "unit", zh: ["单位"], en: ["unit"] },
  { meaning: "pass", zh: ["通过"], en: ["pass"] },
  { meaning: "fail", zh: ["失败"], en: ["fail"] },
  { meaning: "limit", zh: ["界限"], en: ["limit"] },
  { meaning: "healthy", zh: ["健康的一侧"], en: ["healthy side"] },
  { meaning: "literal", zh: ["逐轮直算"], en: ["plain division"] },
  { meaning: "alertAt", zh: ["提醒的证据"], en: ["evidence to alert"] },
  { meaning: "actAt", zh: ["判定的证据"], en: ["evidence to act"] },
  { meaning: "direction", zh: ["变坏的方向"], en: ["worse when it moves"] },
  { meaning: "allowedRatio", zh: ["允许的倍数"], en: ["allowed ratio"] },
  { meaning: "intervalS", zh: ["间隔秒数"], en: ["interval in seconds"] },
  { meaning: "initialDelayS", zh: ["开始前等待秒数"], en: ["initial delay in seconds"] },
  { meaning: "windowS", zh: ["窗口秒数"], en: ["window in seconds"] },
  { meaning: "failureLimit", zh: ["允许的失败次数"], en: ["failures allowed"] },
  { meaning: "inconclusiveLimit", zh: ["允许的无结论次数"], en: ["inconclusive rounds allowed"] },
  { meaning: "consecutiveErrorLimit", zh: ["允许的连续查询错误"], en: ["query errors in a row allowed"] },
];

/** What a check's method is called. */
export const METHOD_LABELS: readonly WordRow<"method">[] = [{ meaning: "method", zh: ["方式"], en: ["method"] }];
