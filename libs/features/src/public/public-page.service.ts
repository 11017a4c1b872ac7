import { randomUUID } from 'node:crypto';
import {
  announce,
  Database,
  findPublicDocument,
  findPublicLab,
  insertNote,
  listPublicReleases,
  listShapes,
  NOTE_KINDS,
  readPublicPage,
  type AreaShape,
  type NoteKind,
  type PublicLab,
  type PublicPage,
  type PublicRelease,
} from '@datalab/data';
import { invalidInput, notFound, type ReleaseDocument } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { checkOwnWords } from '../quality/check-own-words.js';

export interface PublicView extends PublicPage {
  lab: PublicLab;
}

export interface PublicResult {
  lab: PublicLab;
  release: PublicRelease;
  document: ReleaseDocument;
  /** Outlines of the areas of its table; none for a run. */
  shapes: AreaShape[];
}

const NOTE_LENGTH = { least: 10, most: 2_000 } as const;

/** What everybody may see of a lab, and what they may say to it. Works for nobody: without a session, in a database context that names no person. */
@Injectable()
export class PublicPageService {
  constructor(private readonly database: Database) {}

  /** All that the page shows. NotFound where there is no such lab, where it is a rehearsal, and before its question is chosen. */
  get(key: string): Promise<PublicView> {
    return this.database.inTransaction({}, async (tx) => {
      const lab = await findPublicLab(tx, key);
      if (lab === undefined) throw notFound('lab');
      return { lab, ...(await readPublicPage(tx, lab.id)) };
    });
  }

  /** One result, whole. NotFound where it is not public, still under embargo, or was taken back. */
  getResult(key: string, releaseId: string): Promise<PublicResult> {
    return this.database.inTransaction({}, async (tx) => {
      const lab = await findPublicLab(tx, key);
      const release = lab && (await listPublicReleases(tx, lab.id)).find(({ id }) => id === releaseId);
      const document = release && (await findPublicDocument(tx, releaseId));
      if (lab === undefined || release === undefined || document === undefined) throw notFound('result');
      const shapes = document.design === null ? [] : await listShapes(tx, lab.regionId, document.design.level);
      return { lab, release, document, shapes };
    });
  }

  /**
   * Takes in a note. Nothing is kept of who wrote it. Throws InvalidInput where it is too short or too long, or tells of a person; NotFound where what it
   * is about is not public.
   */
  async leaveNote(key: string, note: { kind: string; words: string; releaseId: string | null }): Promise<void> {
    const words = note.words.trim();
    if (words.length < NOTE_LENGTH.least || words.length > NOTE_LENGTH.most)
      throw invalidInput('note.length', `A note has ${NOTE_LENGTH.least} to ${NOTE_LENGTH.most} characters.`, [
        { field: 'words' },
      ]);
    if (!(NOTE_KINDS as readonly string[]).includes(note.kind))
      throw invalidInput('note.kind', 'A note is an objection or something that the figures do not know.', [
        { field: 'kind' },
      ]);
    checkOwnWords({ words });
    return this.database.inTransaction({}, async (tx) => {
      const lab = await findPublicLab(tx, key);
      if (lab === undefined) throw notFound('lab');
      const isThere =
        note.releaseId === null || (await listPublicReleases(tx, lab.id)).some(({ id }) => id === note.releaseId);
      if (!isThere) throw notFound('result');
      const kind = note.kind as NoteKind;
      await insertNote(tx, { id: randomUUID(), labId: lab.id, releaseId: note.releaseId, kind, words });
      await announce(tx, { kind: 'lab', id: lab.id, labId: lab.id });
    });
  }
}
