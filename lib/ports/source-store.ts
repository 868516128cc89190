/** A source as an administrator defined it. `sealedSecret` never leaves the server. */
export type SourceRecord = {
  id: string;
  name: string;
  /** `json` serves documents over HTTP and knows no PromQL. */
  kind: "prometheus" | "grafana" | "json";
  url: string;
  datasourceUid: string | null;
  alertmanagerUrl: string | null;
  userName: string | null;
  sealedSecret: string | null;
  authority: string | null;
  privateRanges: boolean;
  /** Live releases write annotations into this Grafana. */
  annotates: boolean;
  dashboardUid: string | null;
  panels: number[];
  /** Only for links. */
  organisation: number | null;
};

export interface SourceStore {
  /** In their order, the default one first. */
  list(): Promise<SourceRecord[]>;
  find(id: string): Promise<SourceRecord | null>;
  /** Adds it as the last, or changes the one with this id; false when the name is another's. */
  put(source: SourceRecord & { createdBy: string }): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  /** Makes it the first. */
  makeDefault(id: string): Promise<boolean>;
}
