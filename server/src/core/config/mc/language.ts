import type { Language } from '../../language';
import { completeMc } from './complete';
import { hoverMc } from './hover';
import type { McModel } from './model';
import { parseMc } from './parser';

/** sendmail.mc, submit.mc: what m4 and cf.m4 turn into sendmail.cf. */
export const mc: Language<McModel> = {
  id: 'sendmail-mc',
  parse: parseMc,
  hover: hoverMc,
  complete: completeMc,
  triggerCharacters: ['`', '(', ',', '='],
};
