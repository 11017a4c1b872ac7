import type { JudgeContext, Judgement, ToleranceRule } from './case-method.js';

/** One value that does not agree. */
export interface Miss {
  readonly path: string;
  readonly reason: string;
}

/** What came out of comparing a result with the expected one. */
export interface Comparison {
  /** Leaves in the expected result, without those of variants and the `software` line. */
  readonly expectedLeaves: number;
  readonly comparedLeaves: number;
  /** Largest deviation among the values that were accepted: relative, or absolute where that is smaller. */
  readonly largestDeviation: number;
  readonly largestAt: string;
  readonly misses: readonly Miss[];
  /** Parts that the method does not offer, with the reason its tolerances give. */
  readonly variants: readonly string[];
}

const DEFAULT_RELATIVE = 1e-12;

/** Does a pattern of names, `*` (one) and `**` (any number) fit the path? */
export function pathMatches(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.length === 0) return path.length === 0;
  const [first, ...rest] = pattern;
  if (first === '**') return pathMatches(rest, path) || (path.length > 0 && pathMatches(pattern, path.slice(1)));
  return path.length > 0 && (first === '*' || first === path[0]) && pathMatches(rest, path.slice(1));
}

/** Number of leaves: numbers, texts, truth values and nulls. */
export function countLeaves(value: unknown): number {
  if (value === null || typeof value !== 'object') return 1;
  return Object.values(value).reduce((sum: number, member) => sum + countLeaves(member), 0);
}

function judgeLeaf(expected: unknown, actual: unknown, rule: { rel?: number; abs?: number }): Judgement {
  if (typeof expected !== 'number' || typeof actual !== 'number') {
    const ok = expected === actual;
    return { ok, deviation: ok ? 0 : Infinity, compared: 1 };
  }
  const absolute = Math.abs(expected - actual);
  const relative = absolute / Math.max(Math.abs(expected), 1e-300);
  const ok = absolute <= (rule.abs ?? 0) || relative <= (rule.rel ?? 0);
  return { ok, deviation: Math.min(absolute, relative), compared: 1 };
}

const show = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60));

/** A list of one value is written as the bare value in some expected files. */
function unwrapSingle(expected: unknown, actual: unknown): unknown {
  const scalar = expected === null || typeof expected !== 'object';
  return scalar && Array.isArray(actual) && actual.length === 1 ? actual[0] : actual;
}

/**
 * Compares a result leaf by leaf with the expected one, each leaf at the first tolerance that matches its path; without one
 * at 1e-12 relative. `null` matches only `null`, a missing name or another length is a miss, names beyond the expected ones are ignored.
 */
export function compareResult(
  expected: unknown,
  actual: unknown,
  rules: readonly ToleranceRule[],
  input: Pick<JudgeContext, 'params' | 'tables'>,
): Comparison {
  const patterns = rules.map((rule) => ({ rule, pattern: rule.at.split('.') }));
  const misses: Miss[] = [];
  const variants: string[] = [];
  let expectedLeaves = 0;
  let comparedLeaves = 0;
  let largestDeviation = 0;
  let largestAt = '';

  function record(path: readonly string[], judgement: Judgement, wanted: unknown, got: unknown): void {
    const at = path.join('.');
    comparedLeaves += judgement.compared;
    if (!judgement.ok) {
      const note = judgement.reason ? ` (${judgement.reason})` : '';
      misses.push({ path: at, reason: `expected ${show(wanted)}, got ${show(got)}${note}` });
    } else if (judgement.deviation > largestDeviation) {
      largestDeviation = judgement.deviation;
      largestAt = at;
    }
  }

  function visit(wanted: unknown, found: unknown, path: readonly string[]): void {
    const rule = patterns.find(({ pattern }) => pathMatches(pattern, path))?.rule;
    if (rule && 'variant' in rule) {
      variants.push(`${path.join('.')}: ${rule.variant}`);
      return;
    }
    if (found === undefined) {
      expectedLeaves += countLeaves(wanted);
      misses.push({ path: path.join('.'), reason: 'missing' });
      return;
    }
    if (rule && 'judge' in rule) {
      expectedLeaves += countLeaves(wanted);
      record(path, rule.judge(wanted, found, { ...input, path, expected, actual }), wanted, found);
      return;
    }
    const got = unwrapSingle(wanted, found);
    if (wanted === null || typeof wanted !== 'object') {
      expectedLeaves += 1;
      record(path, judgeLeaf(wanted, got, rule ?? { rel: DEFAULT_RELATIVE }), wanted, got);
      return;
    }
    const sameKind = got !== null && typeof got === 'object' && Array.isArray(got) === Array.isArray(wanted);
    if (!sameKind || (Array.isArray(wanted) && (got as unknown[]).length !== wanted.length)) {
      expectedLeaves += countLeaves(wanted);
      misses.push({ path: path.join('.'), reason: `another shape: expected ${show(wanted)}, got ${show(got)}` });
      return;
    }
    for (const [name, member] of Object.entries(wanted)) {
      if (path.length === 0 && name === 'software') continue;
      visit(member, (got as Record<string, unknown>)[name], [...path, name]);
    }
  }

  visit(expected, actual, []);
  return { expectedLeaves, comparedLeaves, largestDeviation, largestAt, misses, variants };
}
