import { useEffect, useReducer, useRef } from 'react';
import type { Mapping } from '@datalab/intake';
import type { Lab, LabDataset } from '../../gql/types.js';
import { IntakeClient, RefusedFile } from './intake-client.js';
import type { DatasetRef, GivenAnswer } from './intake-protocol.js';
import type { OrganisationKey } from './key/key-file.js';
import { rememberUnmapped } from './latest-unmapped.js';
import { todayIn } from './today.js';
import { nextUpload, START, type UploadEvent, type UploadState } from './upload-state.js';

const datasetRefOf = (dataset: LabDataset): DatasetRef => ({
  kind: dataset.kind,
  saved: dataset.mapping,
  vocabulary: { name: dataset.vocabularyName, version: dataset.vocabularyVersion },
});

interface Changes {
  mapping?: Mapping;
  answered?: readonly GivenAnswer[];
}

export interface UploadControls {
  state: UploadState;
  send: (event: UploadEvent) => void;
  choose: (file: File) => void;
  /** Reads every row; what changed since the last time comes along. */
  check: (key: OrganisationKey, changed?: Changes) => void;
}

/** The wizard's state and the worker that does its reading. */
export function useUpload(lab: Lab, dataset: LabDataset): UploadControls {
  const [state, send] = useReducer(nextUpload, START);
  const client = useRef(new IntakeClient());
  useEffect(() => {
    const { current } = client;
    return () => current.close();
  }, []);
  const { region } = lab;
  const today = () => todayIn(region.timeZone, new Date());

  const run = async (work: () => Promise<UploadEvent>) => {
    try {
      send(await work());
    } catch (error) {
      // A newer question took the place of this one: its own answer follows.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      send(
        error instanceof RefusedFile ? { type: 'refused', refusal: error.refusal } : { type: 'failed', failure: error },
      );
    }
  };

  const choose = (file: File) => {
    send({ type: 'chosen', file });
    void run(async () => {
      const recognised = await client.current.recognise({
        file,
        dataset: datasetRefOf(dataset),
        region,
        today: today(),
      });
      return { type: 'recognised', recognised };
    });
  };

  const check = (key: OrganisationKey, changed: Changes = {}) => {
    const { mapping = state.mapping, answered = state.answered } = changed;
    const { file } = state;
    if (file === undefined || mapping === undefined) return;
    if (mapping !== state.mapping) send({ type: 'mapped', mapping });
    send({ type: 'checking', answered });
    void run(async () => {
      const checked = await client.current.check(
        { labId: lab.id, datasetId: dataset.id, file, mapping, region, key: key.bytes, today: today(), answered },
        (progress) => send({ type: 'progress', progress }),
      );
      rememberUnmapped(dataset.id, checked.result.unmapped);
      return { type: 'checked', checked };
    });
  };

  return { state, send, choose, check };
}
