// An error of the SDK, as JSON that an expectation can be compared with.

import { ConfigError, type ErrorFacts, type SpiceCloudError, ValidationError } from 'spice-cloud';
import { plain, snakeHint, snakeWords } from './names.mjs';

/** All that an error tells, under the core's names and in seconds. */
export function describe(error: SpiceCloudError): Record<string, unknown> {
  const facts = error as SpiceCloudError & ErrorFacts;
  const isOurs = error instanceof ConfigError || error instanceof ValidationError;
  const words = isOurs ? snakeWords : (text: string) => text;
  const fields = Object.entries(error.fieldErrors).map(([name, problems]) => {
    return [words(name), problems.map(words)];
  });
  return {
    kind: error.name,
    code: error.code,
    operation: facts.operation,
    status: facts.status,
    api_code: facts.apiCode,
    message: words(error.message),
    hint: facts.hint === undefined ? undefined : snakeHint(facts.hint),
    request_id: facts.requestId,
    retryable: error.retryable,
    retry_after: seconds(facts.retryAfter),
    required_scope: facts.requiredScope,
    granted_scopes: facts.grantedScopes,
    conflict_kind: facts.kind,
    field_errors: Object.fromEntries(fields),
    attempts: error.attempts.length,
    deployment: plain(facts.deployment),
    rollback_to: plain(facts.rollbackTo),
    journal: facts.journal,
    candidates: plain(facts.candidates),
    watermark: facts.watermark,
    next_offset: facts.nextOffset,
    elapsed: seconds(facts.elapsed),
    text: isOurs ? snakeWords(String(error)) : snakeHint(String(error)),
  };
}

/** From this language's milliseconds. */
export function seconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}
