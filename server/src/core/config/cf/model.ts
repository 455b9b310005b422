/** What a sendmail.cf says, line by line. */
import type { HasSource } from '../../problem';
import type { Span } from '../../text';

/** A part of a line with its place. */
export interface CfPart extends Span {
  readonly text: string;
}

/** `key=value` of a mailer, filter or queue. */
export interface CfEquate {
  readonly key: CfPart;
  readonly value: CfPart;
}

interface Base extends Span {
  /** The whole line, continuation lines and their line ends included. */
  readonly text: string;
}

/** A line of one kind with what its kind adds. */
type Kind<K extends string, Fields = unknown> = K extends string ? Base & { readonly kind: K } & Fields : never;

export type CfLine =
  | Kind<'blank' | 'comment' | 'unknown' | 'environment' | 'precedence' | 'trusted'>
  | Kind<'version' | 'header', { readonly value: CfPart }>
  | Kind<'macro' | 'class' | 'classFile', { readonly name: CfPart; readonly value: CfPart }>
  | Kind<'ruleset', { readonly name: CfPart }>
  /** `right` is absent if no tab ends the left side. */
  | Kind<'rule', { readonly left: CfPart; readonly right?: CfPart }>
  /** `letter`: the old form, an O with one letter and the value right behind it. */
  | Kind<'option', { readonly letter: boolean; readonly name: CfPart; readonly value: CfPart }>
  | Kind<'map', { readonly name: CfPart; readonly className: CfPart; readonly rest: CfPart }>
  | Kind<'mailer' | 'filter' | 'queue', { readonly name: CfPart; readonly equates: readonly CfEquate[] }>;

export type CfKind = CfLine['kind'];

/** The line type of one kind. */
export type CfLineOf<K extends CfKind> = Extract<CfLine, { kind: K }>;

export interface CfModel extends HasSource {
  readonly lines: readonly CfLine[];
  /** True if it is only a part of a sendmail.cf: what is missing may stand elsewhere. */
  readonly partial: boolean;
}

/** The lines of one kind, in order. */
export function linesOfKind<K extends CfKind>(model: CfModel, kind: K): CfLineOf<K>[] {
  return model.lines.filter((l): l is CfLineOf<K> => l.kind === kind);
}
