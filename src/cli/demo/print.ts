import type { RankedCandidate } from './client';

/** One job's best candidates with score, skills and a line of reason. */
export function printRanking(title: string, candidates: readonly RankedCandidate[]): void {
  console.log(`\n${title}`);
  console.log('─'.repeat(title.length));
  for (const candidate of candidates) {
    const score = candidate.match_score.toFixed(3);
    console.log(`${candidate.rank}. ${score}  ${candidate.candidate_name ?? 'Name not found'}`);
    console.log(`     matched: ${candidate.matched_skills.join(', ') || 'none'}`);
    console.log(`     missing: ${candidate.missing_skills.join(', ') || 'none'}`);
    console.log(`     ${reason(candidate.explanation)}`);
  }
}

/** The sentence after the verdict, which the score above has told already. */
function reason(explanation: string): string {
  return explanation.split(/(?<=\.)\s/)[1] ?? explanation;
}
