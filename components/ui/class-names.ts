import { type ClassValue, clsx } from "clsx";

/** Class names, joined. Two utilities of one kind must not meet here: which one wins is the style sheet's business. */
export function classNames(...values: ClassValue[]): string {
  return clsx(...values);
}
