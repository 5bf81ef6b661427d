import type { CheckFinding } from '../../utils/model/page-check';

/** What can be offered about a finding: to keep what stands on the page now, or to remember where it is. */
export function offerOf(finding: CheckFinding): 'keep' | 'move' | null {
  if (finding.is === 'moved') return 'move';
  return finding.is === 'changed' ? 'keep' : null;
}
