"use client";

import { laterDialog } from "../later-dialog";

export const EvidenceDialog = laterDialog(() => import("./evidence-dialog").then((part) => part.EvidenceDialog));
