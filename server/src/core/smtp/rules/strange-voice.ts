import { t } from '@vscode/l10n';
import type { Rule } from '../../problem';
import type { Transcript } from '../model';
import { answeredBehind, strangeVoices } from '../signs';

/** A greeting that names one program, and a reply which that program does not give. */
export const strangeVoice: Rule<Transcript> = {
  id: 'smtp/strange-voice',
  severity: 'warning',
  check(transcript, report) {
    for (const session of transcript.sessions) {
      if (session.vantage === 'server') continue;
      for (const voice of answeredBehind(session)) {
        const { start, end } = session.events[voice.event]!;
        const others = voice.others.join(', ');
        report({
          start,
          end,
          severity: 'info',
          message: t(
            'The greeting says {0}, and these are words of {1}: a server behind it answers for the message. {0} passes mail through filters so (smtpd_proxy_filter).',
            voice.program,
            others,
          ),
        });
      }
      for (const voice of strangeVoices(session)) {
        const event = session.events[voice.event]!;
        const banner = session.events[voice.banner]!;
        const message =
          voice.others.length > 0
            ? t(
                'The greeting says {0}, but {0} does not say this; {1} does. Something between client and server may answer in its place.',
                voice.program,
                voice.others.join(', '),
              )
            : t(
                'The greeting says {0}, but {0} does not say this. Something between client and server may answer in its place.',
                voice.program,
              );
        report({
          start: event.start,
          end: event.end,
          message,
          related: [{ start: banner.start, end: banner.end, message: t('the greeting') }],
        });
      }
    }
  },
};
