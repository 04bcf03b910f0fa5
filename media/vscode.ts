/** What VS Code gives a webview's script to talk to its extension. */
export interface Host<Outgoing, State> {
  postMessage(message: Outgoing): void;
  getState(): State | undefined;
  setState(state: State): void;
}

declare function acquireVsCodeApi<Outgoing, State>(): Host<Outgoing, State>;

/** May be called once in the life of a page. */
export const host = <Outgoing, State>(): Host<Outgoing, State> => acquireVsCodeApi<Outgoing, State>();
