/**
 * A message that was held on the way until it was whole: what the client said at one time the server heard at another. Where the
 * evidence says so, DATA, its answer and the message are drawn twice, once on each side, and what the server heard meanwhile between.
 */
import { t } from '@vscode/l10n';
import type { Side } from '../../smtp/model';
import type { SessionPair } from '../report';
import { rangeText } from './model';
import type { MarkedStep } from './steps';

/** The steps with what was held back taken apart. Linear in the steps. */
export function heldApart(steps: readonly MarkedStep[], { evidence }: SessionPair): MarkedStep[] {
  const held = new Set(evidence.flatMap((e) => (HELD.test(e.rule) && e.client ? e.client.line : [])));
  if (held.size === 0) return [...steps];
  const out: MarkedStep[] = [];
  for (let i = 0; i < steps.length; i++) {
    const [data, answer, message] = [steps[i]!, steps[i + 1], steps[i + 2]];
    const meanwhile = startOfRun(out);
    // Only an answer in other words than the server's shows that it was not the server's.
    const proven =
      data.name === 'DATA' &&
      data.client &&
      data.server &&
      held.has(data.client.line) &&
      answer?.change === 'changed' &&
      answer.client;
    if (!proven || meanwhile === out.length) {
      out.push(data);
      continue;
    }
    const later = [
      clientHalf(data, t('held back'), t('not passed on now')),
      clientHalf(answer, t('answered early'), t('the server was not asked')),
    ];
    const now = [
      serverHalf(data, t('waiting since line {0}', data.client.line + 1)),
      {
        ...serverHalf(answer, t('line {0} had other words', answer.client.line + 1)),
        change: answer.change,
        word: answer.word!,
      },
    ];
    i++;
    if (message?.part === 'message' && message.client && message.server && message.exchange === answer.exchange + 1) {
      later.push(clientHalf(message, t('held back'), t('nothing passed on yet')));
      now.push(serverHalf(message, t('typed in lines {0}', rangeText(message.client))));
      i++;
    }
    out.splice(meanwhile, 0, ...later);
    out.push(...now);
  }
  return out;
}

const HELD = /\/(?:rset-in-place-of-data|keep-alive-noop|answered-early)$/;

/** Where the steps begin, at the end of a list, that only the server's log has. */
function startOfRun(steps: readonly MarkedStep[]): number {
  let at = steps.length;
  while (at > 0 && steps[at - 1]!.change === 'added' && !steps[at - 1]!.client) at--;
  return at;
}

function clientHalf(step: MarkedStep, word: string, why: string): MarkedStep {
  const half: MarkedStep = without(step, 'server');
  const { client: time } = step.times;
  return { ...half, change: 'timing', word, why, same: false, common: 0, times: time === undefined ? {} : { client: time } };
}

function serverHalf(step: MarkedStep, why: string): MarkedStep {
  const half: MarkedStep = without(step, 'client');
  const { server: time } = step.times;
  return {
    ...half,
    change: 'timing',
    word: t('let through'),
    why,
    same: false,
    common: 0,
    times: time === undefined ? {} : { server: time },
  };
}

function without(step: MarkedStep, side: Side): MarkedStep {
  const half = { ...step };
  delete half[side];
  return half;
}
