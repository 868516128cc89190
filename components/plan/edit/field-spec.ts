import type { ReactNode } from "react";
import type { CheckId, RoleId } from "@/lib/domain/plan/ids";
import type { Plan, Text } from "@/lib/domain/plan/plan";

export type FieldSize = "tiny" | "fit" | "narrow" | "small" | "medium" | "fill" | "full";
/** What is wrong with a value; each has a sentence. */
export type FieldProblem = "empty" | "clock" | "range" | "zone" | "query" | "own-commands" | "twice" | "pattern";

type Common<Row, Value> = {
  key: string;
  size: FieldSize;
  read: (row: Row) => Value;
  write: (row: Row, value: Value, plan: Plan) => Row;
  problem?: ((row: Row, plan: Plan) => FieldProblem | null) | undefined;
};

/** One thing that can be said about a row: where it stands, how it is asked for, when it is wrong. */
export type Field<Row> =
  | ({ kind: "text" | "long" | "code" } & Common<Row, string>)
  | ({ kind: "moment" } & Common<Row, string>)
  | ({ kind: "number"; unit: string } & Common<Row, number | null>)
  | ({ kind: "flag" } & Common<Row, boolean>)
  | ({ kind: "choice"; options: readonly string[] } & Common<Row, string>)
  | ({ kind: "role" } & Common<Row, RoleId>)
  /** `unset` names what is said while nobody is chosen. */
  | ({ kind: "roles"; unset?: string } & Common<Row, RoleId[]>)
  | ({ kind: "checks" } & Common<Row, CheckId[]>)
  | ({ kind: "groups" } & Common<Row, number[]>)
  | {
      kind: "own";
      key: string;
      problem?: ((row: Row, plan: Plan) => FieldProblem | null) | undefined;
      render: (props: OwnFieldProps<Row>) => ReactNode;
    };

type OwnFieldProps<Row> = { row: Row; plan: Plan; onChange: (row: Row) => void };

type More<Row> = { size?: FieldSize; required?: boolean; problem?: (row: Row, plan: Plan) => FieldProblem | null };

const ifEmpty = (text: string): FieldProblem | null => (text.trim() === "" ? "empty" : null);

export function text<Row extends { [Name in Key]: string }, Key extends string>(
  key: Key,
  { size = "fill", required = false, problem }: More<Row> = {},
  kind: "text" | "long" | "code" = "text",
): Field<Row> {
  return {
    kind,
    key,
    size,
    read: (row) => row[key],
    write: (row, value) => ({ ...row, [key]: value }),
    problem: problem ?? (required ? (row) => ifEmpty(row[key]) : undefined),
  };
}

/** A text that may be missing: an empty field means that it is. */
export function maybeText<Row extends { [Name in Key]: string | null }, Key extends string>(
  key: Key,
  { size = "medium" }: More<Row> = {},
  kind: "text" | "long" = "text",
): Field<Row> {
  return {
    kind,
    key,
    size,
    read: (row) => row[key] ?? "",
    write: (row, value) => ({ ...row, [key]: value === "" ? null : value }),
  };
}

export function code<Row extends { [Name in Key]: string }, Key extends string>(key: Key): Field<Row> {
  return text<Row, Key>(key, { size: "full" }, "code");
}

export type NumberRange = { unit: string; least: number; most: number; whole?: boolean };

/** A number that may be missing. */
export function maybeNumber<Row extends { [Name in Key]: number | null }, Key extends string>(
  key: Key,
  { unit, least, most }: NumberRange,
): Field<Row> {
  return {
    kind: "number",
    key,
    unit,
    size: "narrow",
    read: (row) => row[key],
    write: (row, value) => ({ ...row, [key]: value }),
    problem: (row) => {
      const value = row[key];
      return value !== null && (value < least || value > most) ? "range" : null;
    },
  };
}

export function flag<Row extends { [Name in Key]: boolean }, Key extends string>(key: Key): Field<Row> {
  return {
    kind: "flag",
    key,
    size: "tiny",
    read: (row) => row[key],
    write: (row, value) => ({ ...row, [key]: value }),
  };
}

export function roles<Row extends { owners: RoleId[] }>(): Field<Row> {
  return {
    kind: "roles",
    key: "owners",
    size: "fit",
    read: (row) => row.owners,
    write: (row, owners) => ({ ...row, owners }),
  };
}

const NOWHERE = { from: 0, to: 0 };

/** Several short texts, one a line; a line that stays keeps its place in the document. */
export function texts<Row extends { [Name in Key]: Text[] }, Key extends string>(key: Key): Field<Row> {
  return {
    kind: "long",
    key,
    size: "full",
    read: (row) => row[key].map((one) => one.text).join("\n"),
    write: (row, value) => {
      const lines = value === "" ? [] : value.split("\n");
      const kept = row[key];
      return { ...row, [key]: lines.map((one, index) => ({ text: one, lines: kept[index]?.lines ?? NOWHERE })) };
    },
  };
}
