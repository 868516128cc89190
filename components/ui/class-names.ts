import { type ClassValue, clsx } from "clsx";
import { twMerge } from "tailwind-merge";

/** Class names in which a later utility beats an earlier one of its kind. */
export function classNames(...values: ClassValue[]): string {
  return twMerge(clsx(values));
}
