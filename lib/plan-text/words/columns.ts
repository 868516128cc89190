import type { Column } from "./column";
import { DETAIL_COLUMNS } from "./detail-columns";
import { PEOPLE_COLUMNS } from "./people-columns";
import type { WordRow } from "./word-row";
import { WORK_COLUMNS } from "./work-columns";

/** What a table's column is about: the whole head first, then the longest word in it. */
export const COLUMNS: readonly WordRow<Column>[] = [...WORK_COLUMNS, ...PEOPLE_COLUMNS, ...DETAIL_COLUMNS];
