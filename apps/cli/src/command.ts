/** One thing that `datalab` can do. */
export interface Command {
  /** Its words, as typed: `region import`. */
  name: string;
  /** What comes after them, as shown in the help. */
  usage: string;
  /** One sentence for the help. */
  summary: string;
  /** Does it; returns the exit code. Throws UsageError when the arguments are not right. */
  run(args: readonly string[], print: (line: string) => void): Promise<number>;
}

/** `N passed, N failed`, the last line of every command that checks something; with its exit code. */
export function verdict({ passed, failed }: { passed: number; failed: number }, print: (line: string) => void): number {
  print(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
