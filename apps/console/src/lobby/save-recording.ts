/** Saves the recording of an exercise as a file: one line for each event, sealed, as `tandem verify` reads it. */
import { api, dataOf } from '../session/api.js';

export async function saveRecording(exercise: string): Promise<void> {
  const request = api.GET('/v1/exercises/{exercise}/recording', { params: { path: { exercise } }, parseAs: 'blob' });
  const file = await dataOf(request);
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${exercise}.ndjson`;
  link.click();
  URL.revokeObjectURL(address);
}
