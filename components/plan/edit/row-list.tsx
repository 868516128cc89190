"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { insertAfter, moveBy, removeAt, replaceAt } from "@/lib/domain/plan/edit-rows";
import type { Plan } from "@/lib/domain/plan/plan";
import { FieldInput } from "./field-input";
import type { Field } from "./field-spec";

export type EditorProps<Owner> = { owner: Owner; plan: Plan; onChange: (owner: Owner) => void };

/** A form over something of the plan, and how many of its values are wrong. */
export type Editor<Owner> = {
  render: (props: EditorProps<Owner>) => ReactNode;
  problems: (owner: Owner, plan: Plan) => number;
};

export type RowListSpec<Owner, Row> = {
  /** Names the list in the catalogue: what its rows are called and what adding one is called. */
  key: string;
  read: (owner: Owner) => readonly Row[];
  write: (owner: Owner, rows: Row[]) => Owner;
  /** A new row; absent where the rows follow from something else, so that none is added, moved or removed here. */
  blank?: ((plan: Plan, owner: Owner) => Row) | undefined;
  fields: readonly Field<Row>[];
  /** What stands below a row: its own list. */
  inner?: Editor<Row> | undefined;
  /** Where the fields explain themselves, their labels are for screen readers only. */
  labelHidden?: boolean | undefined;
  /** Every row is one line of the same fields: where there is room, only the first shows their labels, as the head of a table. */
  headed?: boolean | undefined;
};

/** How many of a row's own values are wrong. */
export const problemsOf = <Row,>(fields: readonly Field<Row>[], row: Row, plan: Plan) =>
  fields.filter((field) => (field.problem?.(row, plan) ?? null) !== null).length;

/** A list whose rows can be filled in, added, removed and moved, by button and by Alt with an arrow. */
export function rowList<Owner, Row>(spec: RowListSpec<Owner, Row>): Editor<Owner> {
  const { read, fields, inner } = spec;
  const problemsIn = (row: Row, plan: Plan) => problemsOf(fields, row, plan) + (inner?.problems(row, plan) ?? 0);
  return {
    render: (props) => <RowListForm spec={spec} {...props} />,
    problems: (owner, plan) => read(owner).reduce((sum, row) => sum + problemsIn(row, plan), 0),
  };
}

/** Where one goes on typing after a row was moved or added. */
function useRowFocus() {
  const list = useRef<HTMLOListElement>(null);
  const controlsOf = (index: number) => [
    ...(list.current?.children[index]?.querySelectorAll<HTMLInputElement>("input, textarea, select") ?? []),
  ];
  const focusRow = (index: number) => requestAnimationFrame(() => controlsOf(index)[0]?.focus());
  // What a new row takes over from the one before it is filled in: one types what is still to be said.
  const focusBlank = (index: number) =>
    requestAnimationFrame(() => {
      const controls = controlsOf(index);
      (controls.find(({ value }) => value === "") ?? controls[0])?.focus();
    });
  return { list, focusRow, focusBlank };
}

type RowListFormProps<Owner, Row> = EditorProps<Owner> & { spec: RowListSpec<Owner, Row> };

function RowListForm<Owner, Row>({ spec, owner, plan, onChange }: RowListFormProps<Owner, Row>) {
  const { key, read, write, blank } = spec;
  const t = useTranslations("plans.edit");
  const { list, focusRow, focusBlank } = useRowFocus();
  const rows = read(owner);
  const set = (next: Row[]) => onChange(write(owner, next));
  const move = (index: number, places: number) => {
    set(moveBy(rows, index, places));
    // The row keeps the focus where it went: whoever moves it twice presses twice.
    focusRow(index + places);
  };
  const add = () => {
    if (blank === undefined) return;
    set(insertAfter(rows, rows.length - 1, blank(plan, owner)));
    focusBlank(rows.length);
  };
  return (
    <div>
      <ol
        ref={list}
        aria-label={t(`list.${key}`)}
        className={classNames(spec.headed === true && "headed-rows", spec.labelHidden === true && "labels-hidden")}
      >
        {rows.map((row, index) => (
          <RowFrame
            key={String(index)}
            name={t("rowOf", { list: t(`list.${key}`), number: index + 1 })}
            isFirst={index === 0}
            isLast={index === rows.length - 1}
            isFixed={blank === undefined}
            onMove={(places) => move(index, places)}
            onRemove={() => set(removeAt(rows, index))}
          >
            <RowFields spec={spec} row={row} plan={plan} onChange={(next) => set(replaceAt(rows, index, next))} />
          </RowFrame>
        ))}
      </ol>
      {blank === undefined && rows.length === 0 ? <p className="text-ink-2">{t(`none.${key}`)}</p> : null}
      {blank === undefined ? null : (
        <Button tone="quiet" size="small" className="mt-1 -ml-2" onClick={add}>
          <Plus aria-hidden="true" className="size-4" />
          {t(`add.${key}`)}
        </Button>
      )}
    </div>
  );
}

type RowFieldsProps<Owner, Row> = {
  spec: RowListSpec<Owner, Row>;
  row: Row;
  plan: Plan;
  onChange: (row: Row) => void;
};

function RowFields<Owner, Row>({ spec, row, plan, onChange }: RowFieldsProps<Owner, Row>) {
  const { fields, inner, labelHidden } = spec;
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        {fields.map((field) => (
          <FieldInput
            key={field.key}
            field={field}
            row={row}
            plan={plan}
            labelHidden={labelHidden}
            onChange={onChange}
          />
        ))}
      </div>
      {inner === undefined ? null : (
        <div className="mt-2 border-l-2 border-line pl-3">{inner.render({ owner: row, plan, onChange })}</div>
      )}
    </>
  );
}

type RowFrameProps = {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  isFixed: boolean;
  onMove: (places: number) => void;
  onRemove: () => void;
  children: ReactNode;
};

function RowFrame({ name, isFirst, isLast, isFixed, onMove, onRemove, children }: RowFrameProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const places = event.altKey && event.key === "ArrowUp" ? -1 : event.altKey && event.key === "ArrowDown" ? 1 : 0;
    if (places === 0 || isFixed) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(places);
  };
  return (
    <li aria-label={name} onKeyDown={onKeyDown} className="flex items-start gap-3 border-b border-line py-2.5">
      <div className="min-w-0 flex-1">{children}</div>
      {isFixed ? null : <RowButtons {...{ name, isFirst, isLast, onMove, onRemove }} />}
    </li>
  );
}

function RowButtons({ name, isFirst, isLast, onMove, onRemove }: Omit<RowFrameProps, "isFixed" | "children">) {
  const t = useTranslations("plans.edit");
  const buttons = [
    { label: t("up", { row: name }), Icon: ArrowUp, disabled: isFirst, act: () => onMove(-1) },
    { label: t("down", { row: name }), Icon: ArrowDown, disabled: isLast, act: () => onMove(1) },
    { label: t("remove", { row: name }), Icon: X, disabled: false, act: onRemove },
  ];
  return (
    <div className="flex flex-none max-sm:flex-col">
      {buttons.map(({ label, Icon, disabled, act }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          disabled={disabled}
          onClick={act}
          className="inline-flex size-7 items-center justify-center text-ink-3 hover:bg-active hover:text-ink disabled:opacity-40 pointer-coarse:size-12"
        >
          <Icon aria-hidden="true" className="size-4" />
        </button>
      ))}
    </div>
  );
}

/** The fields of one thing that is there once. */
export function fieldGroup<Owner>(fields: readonly Field<Owner>[]): Editor<Owner> {
  return {
    render: ({ owner, plan, onChange }) => (
      <div className="flex flex-wrap items-start gap-x-3 gap-y-3 border-b border-line pb-3">
        {fields.map((field) => (
          <FieldInput key={field.key} field={field} row={owner} plan={plan} onChange={onChange} />
        ))}
      </div>
    ),
    problems: (owner, plan) => problemsOf(fields, owner, plan),
  };
}
