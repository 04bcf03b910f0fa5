/** A request's name, typed by what goes in and what comes out. The type parameters live in the type alone. */
export interface RequestName<Params, Result> {
  readonly method: string;
  readonly types?: (params: Params) => Result;
}

/** A notification's name, typed by what it carries. */
export interface NotificationName<Params> {
  readonly method: string;
  readonly types?: (params: Params) => void;
}
