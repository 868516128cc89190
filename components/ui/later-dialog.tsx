"use client";

import { type ComponentType, createElement, lazy, Suspense, useEffect, useState } from "react";
import { untilLoaded } from "./until-loaded";

type Opened = { open: boolean };
type LateProps<Props> = { load: () => Promise<unknown>; drawn: ComponentType<Props>; given: Props };

/** Fetches the code once it stands, and draws from the first time that it is opened. */
function OnceOpened<Props extends Opened>({ load, drawn, given }: LateProps<Props>) {
  const [wanted, setWanted] = useState(given.open);
  if (given.open && !wanted) setWanted(true);
  useEffect(() => void load().catch(() => undefined), [load]);
  return wanted ? <Suspense fallback={null}>{createElement(drawn, given)}</Suspense> : null;
}

/** A dialog whose code comes after the page, but before anybody opens it: it is there when the server is not. */
export function laterDialog<Props extends Opened>(load: () => Promise<ComponentType<Props>>) {
  const drawn: ComponentType<Props> = lazy(async () => ({ default: await untilLoaded(load) }));
  return (given: Props) => createElement(OnceOpened<Props>, { load, drawn, given });
}
