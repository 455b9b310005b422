import type { Language } from '../language';
import type { Transcript } from './model';
import { readTranscript } from './reader';

/** SMTP transcripts, whoever wrote them. */
export const transcript: Language<Transcript> = { id: 'smtp-transcript', parse: readTranscript };
