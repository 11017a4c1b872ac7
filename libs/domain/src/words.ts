/** One text in the two languages of the platform. */
export interface Words {
  readonly nl: string;
  readonly en: string;
}
