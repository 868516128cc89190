import type { FoldTable } from "./fold";

/** Folds of checklist items. */
export const checklistFolds = {
  "item.signed": ({ state, mark }, { item, evidence, onBehalf }) => ({
    ...state,
    items: { ...state.items, [item]: { status: "signed", signed: { ...mark, evidence, onBehalf } } },
  }),
  "item.revoked": ({ state, mark }, { item, reason }) => ({
    ...state,
    items: { ...state.items, [item]: { status: "open", revoked: { ...mark, reason }, expired: null } },
  }),
  "item.expired": ({ state, mark }, { item, reason }) => ({
    ...state,
    items: { ...state.items, [item]: { status: "open", revoked: null, expired: { ...mark, reason } } },
  }),
  "item.waived": ({ state, mark }, { item, reason }) => ({
    ...state,
    items: { ...state.items, [item]: { status: "waived", waived: { ...mark, reason } } },
  }),
} satisfies Partial<FoldTable>;
