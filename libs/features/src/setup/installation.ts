import { API_CLIENT_SCOPES, DATASET_KINDS, LAB_ROLES, ORGANISATION_TYPES } from '@datalab/domain';
import { z } from 'zod';

const key = z.string().regex(/^[a-z0-9][a-z0-9_-]*$/);

const datasetSchema = z.strictObject({
  key,
  organisation: key,
  kind: z.enum(DATASET_KINDS),
  name: z.string().min(1),
  vocabulary: z.strictObject({ name: z.string().min(1), version: z.string().min(1) }),
  legalBasis: z.string().min(1),
  purpose: z.string().min(1),
  retentionMonths: z.int().positive(),
  /** Published already, so shown exact. */
  isOpen: z.boolean().default(false),
});

const labSchema = z.strictObject({
  key,
  name: z.string().min(1),
  goal: z.string(),
  question: z.string(),
  /** Code of a region that was imported before. */
  region: z.string().min(1),
  participants: z.array(key).min(1),
  members: z.array(
    z.strictObject({ user: z.string(), role: z.enum(LAB_ROLES), areas: z.array(z.string()).default([]) }),
  ),
  datasets: z.array(datasetSchema),
});

/** What an operator installs: who takes part and in what. People are named by the subject that the identity provider knows them by. */
const installationSchema = z.strictObject({
  organisations: z.array(z.strictObject({ key, name: z.string().min(1), type: z.enum(ORGANISATION_TYPES) })),
  users: z.array(
    z.strictObject({
      subject: z.string().min(1),
      email: z.email(),
      name: z.string().min(1),
      organisation: key,
      /** Of the platform, and then of no lab. */
      isAdministrator: z.boolean().default(false),
    }),
  ),
  labs: z.array(labSchema),
  /** Programs that deliver: known to the identity provider by their client id, and by the subject of their tokens where that differs. */
  apiClients: z
    .array(
      z.strictObject({
        clientId: z.string().min(1),
        subject: z.string().min(1).optional(),
        name: z.string().min(1),
        organisation: key,
        lab: key,
        scopes: z.array(z.enum(API_CLIENT_SCOPES)).min(1),
      }),
    )
    .default([]),
});

export type Installation = z.infer<typeof installationSchema>;
export type InstallationLab = Installation['labs'][number];

/** Checks the document of an installation. Throws with the places that are not right. */
export function parseInstallation(document: unknown): Installation {
  const parsed = installationSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`the installation file is not right:\n  ${faults.join('\n  ')}`);
}
