/** The only source of "now". Passed in, so that a test, a re-run and a worker in another zone agree. */
export interface Clock {
  now(): Date;
}

/** A clock that stands still until it is told otherwise; for tests and rehearsals. */
export class FixedClock implements Clock {
  constructor(private instant: Date) {}

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date): void {
    this.instant = instant;
  }
}
