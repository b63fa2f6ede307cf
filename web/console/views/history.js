import { element, panel } from '../elements.js';
import { joined, moment, score, STATUSES } from '../format.js';

/** What was decided on a candidate, newest first. */
export function historyPanel(decisions) {
  return panel(
    'History',
    decisions.length === 0 ? element('p', { class: 'hint' }, 'Nothing was decided yet.') : null,
    element('ol', { class: 'rows history' }, [...decisions].reverse().map(entry)),
  );
}

function entry(decision) {
  const { from_stage: fromStage, to_stage: toStage, rejection_reason: rejection } = decision;
  const from = fromStage?.name ?? STATUSES[decision.from_status];
  const to = toStage?.name ?? STATUSES[decision.to_status];
  return element(
    'li',
    {},
    element('p', {}, element('strong', {}, `${from} → ${to}`)),
    decision.reason === null && rejection === null
      ? null
      : element('p', { class: 'reason' }, joined(rejection?.name ?? null, decision.reason)),
    element(
      'p',
      { class: 'meta' },
      joined(
        decision.changed_by?.full_name ?? 'Somebody who has left',
        moment(decision.changed_at),
        `score ${score(decision.match_score)}`,
        decision.rank === null ? null : `rank ${decision.rank} of ${decision.candidates}`,
      ),
    ),
  );
}
