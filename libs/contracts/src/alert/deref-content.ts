/**
 * The content of resources (`derefUri`, CAP 1.2, 3.2.3). It may be a whole picture, and an alert is read many times, so only
 * short content is stored with the alert. A warning names what was left out.
 */
import { createHash } from 'node:crypto';
import type { FieldProblem } from '../problem.js';
import { pathText } from '../problem.js';
import type { AlertInput } from './alert-shape.js';

/** Characters of base64 that one alert may keep, in all its resources. */
const KEPT_CHARACTERS = 200_000;

/** Removes the content for which there is no room, in place. @returns a warning for each, with its size and digest */
export function dropLargeContent(alert: AlertInput): FieldProblem[] {
  const warnings: FieldProblem[] = [];
  let room = KEPT_CHARACTERS;
  alert.info?.forEach((info, i) => {
    info.resource?.forEach((resource, j) => {
      const { derefUri } = resource;
      if (derefUri === undefined) return;
      if (derefUri.length <= room) {
        room -= derefUri.length;
        return;
      }
      delete resource.derefUri;
      const content = Buffer.from(derefUri, 'base64');
      const digest = createHash('sha256').update(content).digest('hex');
      const path = pathText(['info', i, 'resource', j, 'derefUri']);
      const message =
        `${path} was left out: its content has ${content.length} bytes (SHA-256 ${digest}), and an alert keeps ` +
        `${KEPT_CHARACTERS} characters of base64 in all. The rest of the resource is stored.`;
      warnings.push({ code: 'CONTENT_NOT_STORED', path, message, level: 'warning' });
    });
  });
  return warnings;
}
