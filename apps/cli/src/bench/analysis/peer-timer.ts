import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { ANCHORS } from './anchor-data.js';

const run = promisify(execFile);

/** One repetition of a task: CPU (user and system) and wall seconds, loading left out. */
export interface Timing {
  readonly cpu: number;
  readonly wall: number;
}

export interface PeerTiming {
  readonly timings: readonly Timing[];
  /** The value on which both sides should agree. */
  readonly check: number;
}

// The peers' timers measure wall time alone. Both are started through a few lines that replace their clock by one that writes CPU time as
// well; the R timer asks for packages that other tasks need, and a missing one is no reason to stop. What took R long is not timed again: its
// scan takes a minute or more, and says as much once as three times. (With fewer replications, its time multiplied, it would be another task: R is
// a third quicker per replication where its tables fit the cache.)
const LONG_SECONDS = 20;

const AROUND_R = `
long <- FALSE
system.time <- function(expr, gcFirst = TRUE) {
  if (long) return(c(elapsed = NA_real_))
  p <- proc.time(); force(expr); d <- proc.time() - p
  long <<- d[[1]] + d[[2]] > ${LONG_SECONDS}
  cat(sprintf("TIMED %.6f %.6f\\n", d[[1]] + d[[2]], d[[3]])); c(elapsed = d[[3]]) }
library <- function(package, ...) suppressWarnings(base::require(deparse(substitute(package)), character.only = TRUE))
source("perf.R")`;
const AROUND_PYTHON = `
import time
clock = time.perf_counter
marks = []
def both():
    marks.append((time.process_time(), clock()))
    if len(marks) % 2 == 0:
        print("TIMED %.6f %.6f" % tuple(b - a for a, b in zip(marks[-2], marks[-1])), flush=True)
    return clock()
time.perf_counter = both
exec(open("perf.py").read())`;

/** Where Debian puts them, and whatever the path says: a Python on the path need not have the packages. */
const PROGRAMS = {
  R: ['/usr/bin/Rscript', 'Rscript'],
  Python: ['/usr/bin/python3', 'python3'],
} as const;

const ONE_CORE = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
const LIMIT_MILLISECONDS = 30 * 60 * 1000;

/** Runs the peer's own timer of a task on one core; undefined, with the reason, where program or package is not here. */
export async function timePeer(
  program: keyof typeof PROGRAMS,
  task: string,
): Promise<PeerTiming | { readonly absent: string }> {
  let absent = `${program} is not here`;
  for (const command of PROGRAMS[program]) {
    if (command.startsWith('/') && !existsSync(command)) continue;
    const args = [program === 'R' ? '-e' : '-c', program === 'R' ? AROUND_R : AROUND_PYTHON, task];
    try {
      const { stdout } = await run(command, args, {
        cwd: ANCHORS,
        env: { ...process.env, ...ONE_CORE },
        timeout: LIMIT_MILLISECONDS,
        maxBuffer: 1e7,
      });
      return readTimings(stdout);
    } catch (error) {
      // Killed: it ran into the limit, and would again.
      if ((error as { killed?: boolean }).killed === true)
        return { absent: `${command} took longer than ${LIMIT_MILLISECONDS / 60_000} minutes` };
      const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1);
      absent = `${command}: ${said || (error instanceof Error ? error.message.split('\n')[0] : String(error))}`;
    }
  }
  return { absent };
}

/** Throws when the timer printed no time, or no value. */
export function readTimings(output: string): PeerTiming {
  const timings = Array.from(output.matchAll(/^TIMED ([\d.]+) ([\d.]+)$/gm), ([, cpu, wall]) => ({
    cpu: Number(cpu),
    wall: Number(wall),
  }));
  const check = /"check": ?(-?[\d.e+-]+)/.exec(output)?.[1];
  if (timings.length === 0 || check === undefined) throw new Error('the timer printed no time');
  return { timings, check: Number(check) };
}
