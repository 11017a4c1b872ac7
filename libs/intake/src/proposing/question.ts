/** What the steward must still decide before the mapping can be used (or may want to know), in Dutch. */
export interface Question {
  /** Stable: `category.unmapped`. */
  code: string;
  /** Field of the mapping that it is about. */
  field: string;
  message: string;
  /** True where the mapping cannot be used without an answer. */
  needed: boolean;
  /** Columns to choose from. */
  columns?: string[];
  /** Values of the file that need a meaning, with the number of sampled rows. They stay with the client. */
  values?: { code: string; count: number }[];
}
