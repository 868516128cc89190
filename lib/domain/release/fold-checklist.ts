import { saidAs } from "./consequences";
import type { FoldTable } from "./fold";
import { withoutCall } from "./fold-watch";

/** Folds of checklist items. */
export const checklistFolds = {
  "item.signed": ({ state, mark }, { item, ...signature }) => {
    const items = { ...state.items, [item]: { status: "signed" as const, signed: { ...mark, ...signature } } };
    return withoutCall({ ...state, items }, { kind: "item", item });
  },
  "item.revoked": ({ state, mark }, { item, reason }) => ({
    ...state,
    items: { ...state.items, [item]: { status: "open", revoked: { ...mark, reason }, expired: null } },
  }),
  "item.expired": ({ state, mark }, { item, reason, says }) => ({
    ...state,
    items: { ...state.items, [item]: { status: "open", revoked: null, expired: { ...mark, reason, ...saidAs(says) } } },
  }),
  "item.waived": ({ state, mark }, { item, reason }) => {
    const items = { ...state.items, [item]: { status: "waived" as const, waived: { ...mark, reason } } };
    return withoutCall({ ...state, items }, { kind: "item", item });
  },
} satisfies Partial<FoldTable>;
