/** On whose behalf a job runs. */
export interface Work {
  labId: string;
  actorId: string;
  requestId: string;
}
