"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

export type Tab = {
  value: string;
  label: ReactNode;
  /** A small figure behind the label: "41/41". */
  count?: ReactNode | undefined;
  content: ReactNode;
};

type TabsProps = {
  label: string;
  tabs: Tab[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
};

/** Views of one thing, one at a time. */
export function Tabs({ label, tabs, value, defaultValue, onValueChange }: TabsProps) {
  const first = defaultValue ?? tabs[0]?.value ?? "";
  return (
    <Radix.Root
      className="flex min-h-0 flex-1 flex-col"
      {...(value === undefined ? { defaultValue: first } : { value })}
      {...(onValueChange === undefined ? {} : { onValueChange })}
    >
      <Radix.List aria-label={label} className="flex gap-5 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="target -mb-px border-b-2 border-transparent px-0.5 whitespace-nowrap text-ink-2 hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="ml-1.5 text-ink-3">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="min-h-0 flex-1 focus-visible:-outline-offset-2">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
