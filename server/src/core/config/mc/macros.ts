/**
 * What the macros of cf.m4 do to m4 itself: where they write, what they define, what they throw away. Only that; what they mean
 * for mail is in the knowledge rows and the rules. Source: m4/cfhead.m4 of sendmail 8.17.1, each tried with GNU m4.
 */
import { conf } from '../../knowledge/conf';
import { directives } from '../../knowledge/directives';
import { features } from '../../knowledge/features';
import { macroFiles, usualText } from '../../knowledge/macrofiles';
import { domains, hacks, ostypes } from '../../knowledge/ostypes';
import { define } from '../../routing/m4/builtins';
import { argumentText, definitionOf, emit, expand } from '../../routing/m4/engine';
import { append, appendAll, made } from '../../routing/m4/pieces';
import type { PieceBuilder, Pieces } from '../../routing/m4/pieces';
import type { Builtin, Definition, M4, M4Call } from '../../routing/m4/state';

/** The diversion each section's lines are kept in until sendmail.cf is put together. */
const sectionDiversions: Readonly<Record<string, number>> = {
  LOCAL_NET_CONFIG: 1,
  LOCAL_RULE_3: 2,
  LOCAL_RULE_0: 3,
  LOCAL_UUCP: 4,
  LOCAL_CONFIG: 6,
  MAILER_DEFINITIONS: 7,
  LOCAL_DNSBL: 8,
  LOCAL_RULE_1: 9,
  LOCAL_RULE_2: 9,
  LOCAL_RULESETS: 9,
  LOCAL_SRV_FEATURES: 9,
  LOCAL_CLT_FEATURES: 9,
  LOCAL_TRY_TLS: 9,
  LOCAL_TLS_RCPT: 9,
  LOCAL_TLS_CLIENT: 9,
  LOCAL_TLS_SERVER: 9,
};

/** What a section writes before the lines that follow it. */
const sectionStarts: Readonly<Record<string, string>> = {
  LOCAL_RULE_1: '#\n\nSsender=1\n',
  LOCAL_RULE_2: '#\n\nSrecipient=2\n',
  LOCAL_RULESETS: '\n\n',
  LOCAL_SRV_FEATURES: '\nSLocal_srv_features',
  LOCAL_CLT_FEATURES: '\nSLocal_clt_features',
  LOCAL_TRY_TLS: '\nSLocal_try_tls',
  LOCAL_TLS_RCPT: '\nSLocal_tls_rcpt',
  LOCAL_TLS_CLIENT: '\nSLocal_tls_client',
  LOCAL_TLS_SERVER: '\nSLocal_tls_server',
};

/** The diversion the lines of class macros (EXPOSED_USER and the like) are kept in. */
const CLASS_LINES = 5;

/** A diversion of this reader's own: the options that the file sets, which m4 writes at the end. */
export const OPTION_LINES = 100;

/** Does once what including cf.m4 does: the macros of sendmail are there, m4's comments are off. */
export function loadCf(m4: M4): void {
  if (m4.macros.has('OSTYPE')) return;
  m4.comments = ['', '\n'];
  m4.macros.delete('format');
  m4.diversion = 0;
  m4.wrapped.push(made('__option_lines__', 0));
  for (const [name, definition] of cfMacros) define(m4, name, definition);
  for (const row of conf)
    if (row.default !== undefined && fixedDefaults.has(row.name))
      define(m4, row.name, { text: made(row.default.includes(',') ? `\`${row.default}'` : row.default, 0) });
}

/** The conf names m4 gives a value before the file is read; the others are undefined until the file defines them. */
const fixedDefaults = new Set(
  (
    'ALIAS_FILE confMAILER_NAME confFROM_LINE confOPERATORS confSMTP_LOGIN_MSG confRECEIVED_HEADER confSEVEN_BIT_INPUT confALIAS_WAIT ' +
    'confMIN_FREE_BLOCKS confBLANK_SUB confCON_EXPENSIVE confDELIVERY_MODE confTEMP_FILE_MODE confMCI_CACHE_SIZE confMCI_CACHE_TIMEOUT ' +
    'confUSE_ERRORS_TO confLOG_LEVEL confCHECK_ALIASES confOLD_STYLE_HEADERS confPRIVACY_FLAGS confSAFE_QUEUE confTO_QUEUERETURN ' +
    'confTO_QUEUEWARN confTIME_ZONE confCW_FILE confMIME_FORMAT_ERRORS confFORWARD_PATH confCR_FILE confMILTER_MACROS_CONNECT ' +
    'confMILTER_MACROS_HELO confMILTER_MACROS_ENVFROM confMILTER_MACROS_ENVRCPT confMILTER_MACROS_EOM'
  ).split(' '),
);

const cfMacros: [string, Definition][] = [
  ['OSTYPE', { builtin: osType }],
  ['MAILER', { builtin: mailer }],
  ['DOMAIN', { builtin: macroFile }],
  ['HACK', { builtin: macroFile }],
  ['FEATURE', { builtin: macroFile }],
  ['VERSIONID', { builtin: versionId }],
  ['MASQUERADE_AS', { builtin: masqueradeAs }],
  ['DAEMON_OPTIONS', { builtin: keepLine('O DaemonPortOptions=') }],
  ['CLIENT_OPTIONS', { builtin: keepLine('O ClientPortOptions=') }],
  ['QUEUE_GROUP', { builtin: keepLine('Q') }],
  ['MODIFY_MAILER_FLAGS', { builtin: quiet }],
  ['MAIL_FILTER', { builtin: mailFilter }],
  ['INPUT_MAIL_FILTER', { builtin: inputMailFilter }],
  ['UUCPSMTP', { builtin: uucpSmtp }],
  ['SITECONFIG', { builtin: (_, call) => made('#\n\n', call.nameStart) }],
  ['SITE', { builtin: quiet }],
  ['CONCAT', { builtin: (_, call) => call.args.slice(0, 7).flatMap((a) => a.pieces) }],
  ['DOL', { builtin: (_, call) => [...made('$', call.nameStart), ...(call.args[0]?.pieces ?? [])] }],
  ['lower', { builtin: (_, call) => made(argumentText(call, 1).toLowerCase(), call.nameStart) }],
  [
    'strcasecmp',
    { builtin: (_, c) => made(argumentText(c, 1).toLowerCase() === argumentText(c, 2).toLowerCase() ? '1' : '0', c.nameStart) },
  ],
  ['PUSHDIVERT', { builtin: pushDivert }],
  ['POPDIVERT', { builtin: popDivert }],
  ['__option_lines__', { builtin: optionLines }],
  ['CF_LEVEL', { text: made('10', 0) }],
  ['DATABASE_MAP_TYPE', { text: made('hash', 0) }],
  ['MAIL_SETTINGS_DIR', { text: made('/etc/mail/', 0) }],
  ...Object.keys(sectionDiversions).map((name): [string, Definition] => [name, { builtin: section }]),
  ...directives
    .filter((d) => d.className !== undefined)
    .map((d): [string, Definition] => [d.name, { builtin: classLines(d.className!, d.takes === 'file' ? 'F' : 'C') }]),
];

function quiet(): undefined {
  return undefined;
}

function osType(m4: M4, call: M4Call): Pieces | undefined {
  define(m4, '__OSTYPE__', { text: call.args[0]?.pieces ?? [] });
  return macroFile(m4, call);
}

function mailer(m4: M4, call: M4Call): undefined {
  define(m4, '_MAILER_DEFINED_', { text: made('1', call.nameStart) });
  define(m4, `_MAILER_${argumentText(call, 2) || argumentText(call, 1)}_`, { text: [] });
  emitTo(m4, sectionDiversions['MAILER_DEFINITIONS']!, '#\n', call);
  return undefined;
}

const files = new Map(macroFiles.map((f) => [`${f.macro} ${f.name}`, f]));
const tables = new Map(features.filter((f) => f.mapName !== undefined).map((f) => [f.name, f.mapName!]));
const names: Readonly<Record<string, ReadonlySet<string>>> = {
  FEATURE: new Set(features.map((f) => f.name)),
  OSTYPE: new Set(ostypes.map((o) => o.name)),
  DOMAIN: new Set(domains.map((d) => d.name)),
  HACK: new Set(hacks.map((h) => h.name)),
};

/**
 * Writes what the file of a FEATURE, OSTYPE, DOMAIN or HACK writes at the top of sendmail.cf, and calls the MAILERs it calls. The
 * line of a table that is named in the call is given back to be read, as m4 does.
 */
function macroFile(m4: M4, call: M4Call): Pieces | undefined {
  const name = argumentText(call, 1);
  if (!names[call.name]?.has(name)) return undefined;
  const row = files.get(`${call.name} ${name}`);
  emitTo(m4, 0, row?.writes ?? usualText, call);
  for (const inner of row?.calls ?? []) {
    const [macro, second] = inner.split(' ');
    if (macro === 'MAILER') mailer(m4, { ...call, args: [{ pieces: made(second!, call.nameStart), rawStart: 0, rawEnd: 0 }] });
  }
  if (call.name !== 'FEATURE') return undefined;
  if (textFeatures.has(name)) return readAgain(call);
  const map = tables.get(name);
  const spec = argumentText(call, 2).trim();
  if (map === undefined || spec === '' || spec === 'LDAP' || spec === 'access') return undefined;
  const out: PieceBuilder = [];
  append(out, `PUSHDIVERT(${sectionDiversions['LOCAL_CONFIG']})\nK${map} `, call.nameStart, false);
  appendAll(out, call.args[1]!.pieces);
  append(out, '\nPOPDIVERT()', call.nameStart, false);
  return out;
}

/** The features that write their arguments into rules or maps of their own, where m4 reads them again. */
const textFeatures = new Set(['dnsbl', 'enhdnsbl', 'rhsbl', 'ldap_routing']);

/** What m4 runs when it reads the arguments of a feature again: the names that bring a file. Those in quotes of their own it leaves. */
function readAgain(call: M4Call): Pieces {
  const out: PieceBuilder = [];
  for (const { pieces } of call.args.slice(1)) {
    if (pieces.some((p) => /[`']/.test(p.text))) continue;
    for (const { text, from, exact } of pieces) {
      for (const { 0: word, index } of text.matchAll(/\b(?:FEATURE|MAILER|OSTYPE|DOMAIN|HACK)\b(?!\()/g)) {
        append(out, out.length === 0 ? 'PUSHDIVERT(-1)' : ' ', call.nameStart, false);
        append(out, word, exact ? from + index : from, exact);
      }
    }
  }
  if (out.length > 0) append(out, ' POPDIVERT()', call.nameStart, false);
  return out;
}

/** Keeps `start`, the arguments and a line end among the option lines. */
function keepLine(start: string): Builtin {
  return (m4, call) => {
    const before = m4.diversion;
    m4.diversion = OPTION_LINES;
    emit(m4, start, call.nameStart, false);
    call.args.slice(0, start.startsWith('O') ? 1 : 2).forEach((a, n) => {
      if (n > 0) emit(m4, ', ', call.nameStart, false);
      for (const p of a.pieces) emit(m4, p.text, p.from, p.exact);
    });
    emit(m4, '\n', call.nameStart, false);
    m4.diversion = before;
    return undefined;
  };
}

const writeFilter = keepLine('X');
/** Set once a filter is there, as m4/cfhead.m4 does. */
const FILTERS = '_MAIL_FILTERS_DEF';

function keepFilter(m4: M4, call: M4Call): void {
  define(m4, FILTERS, { text: [] });
  writeFilter(m4, call);
}

function mailFilter(m4: M4, call: M4Call): Pieces {
  keepFilter(m4, call);
  return made('\n', call.nameStart);
}

/** The names whose values begin a line of sendmail.cf, and what stands before the value. */
const writtenNames: readonly (readonly [name: string, start: string])[] = [
  ...conf.flatMap(({ name, option }) => (option === undefined ? [] : [[name, `O ${option}=`] as const])),
  ['HELP_FILE', 'O HelpFile='],
  ['QUEUE_DIR', 'O QueueDirectory='],
  ['confDOMAIN_NAME', 'Dj'],
  ['confMAILER_NAME', 'Dn'],
  ['confLDAP_CLUSTER', 'D{sendmailMTACluster}'],
  ['confTRUSTED_USERS', 'T'],
  ['confRECEIVED_HEADER', 'HReceived: '],
  ['confFROM_HEADER', 'HFrom: '],
  ['confMESSAGEID_HEADER', 'HMessage-Id: '],
];

/** At the end of the file: the options it has set, each a line to be read again, as m4/proto.m4 has them. */
function optionLines(m4: M4, call: M4Call): Pieces {
  m4.diversion = OPTION_LINES;
  const out: PieceBuilder = [];
  for (const [name, start] of writtenNames) {
    const definition = definitionOf(m4, name);
    if (!definition?.text || !definition.definedBy) continue;
    // Options of filters are written where there is one.
    if (name.startsWith('confMILTER_') && !m4.macros.has(FILTERS)) continue;
    const from = definition.definedBy.nameStart;
    append(out, start + m4.quotes.join(''), from, false);
    appendAll(out, expand(m4, definition.text, { ...call, name, nameStart: from, args: [] }));
    append(out, '\n', from, false);
  }
  return out;
}

function emitTo(m4: M4, diversion: number, text: string, call: M4Call): void {
  const before = m4.diversion;
  m4.diversion = diversion;
  emit(m4, text, call.nameStart, false);
  m4.diversion = before;
}

/** Writes a comment line and leaves it to the file to end it. */
function versionId(m4: M4, call: M4Call): PieceBuilder {
  const out: PieceBuilder = [];
  append(out, m4.quotes[0] + '#####  ', call.nameStart, false);
  appendAll(out, call.args[0]?.pieces ?? []);
  append(out, '  #####' + m4.quotes[1], call.nameStart, false);
  return out;
}

function masqueradeAs(m4: M4, call: M4Call): undefined {
  define(m4, 'MASQUERADE_NAME', { text: call.args[0]?.pieces ?? [] });
  return undefined;
}

/** Gives back the line end that stands in the macro between its two parts, and keeps the list of filters. */
function inputMailFilter(m4: M4, call: M4Call): PieceBuilder {
  const name = argumentText(call, 1);
  keepFilter(m4, call);
  const before = m4.macros.get('confINPUT_MAIL_FILTERS')?.at(-1)?.text ?? [];
  const list: PieceBuilder = [];
  appendAll(list, before);
  append(list, (before.length > 0 ? ', ' : '') + name, call.nameStart, false);
  define(m4, 'confINPUT_MAIL_FILTERS', { text: list });
  return [{ text: '\n\n', from: call.nameStart, exact: false }];
}

function uucpSmtp(_: M4, call: M4Call): PieceBuilder {
  const out: PieceBuilder = [];
  append(out, 'R $* < @ ', call.nameStart, false);
  appendAll(out, call.args[0]?.pieces ?? []);
  append(out, ' .UUCP > $*\t$1 < @ ', call.nameStart, false);
  appendAll(out, call.args[1]?.pieces ?? []);
  append(out, ' > $2', call.nameStart, false);
  return out;
}

function section(m4: M4, call: M4Call): undefined {
  m4.diversion = sectionDiversions[call.name]!;
  emit(m4, sectionStarts[call.name] ?? '', call.nameStart, false);
  return undefined;
}

/** Their names are read again. They end with a dnl of their own: the rest of the line they stand on is thrown away. */
function classLines(name: string, kind: 'C' | 'F'): Builtin {
  return (m4, call) => {
    const out: PieceBuilder = [];
    append(out, `PUSHDIVERT(${CLASS_LINES})${kind}{${name}}`, call.nameStart, false);
    appendAll(out, call.args[0]?.pieces ?? []);
    append(out, `\nPOPDIVERT()dnl${m4.quotes.join('')}`, call.nameStart, false);
    return out;
  };
}

function pushDivert(m4: M4, call: M4Call): undefined {
  const stack = m4.macros.get('__D__') ?? [];
  stack.push({ text: made(String(m4.diversion), call.nameStart) });
  m4.macros.set('__D__', stack);
  m4.diversion = Number.parseInt(argumentText(call, 1), 10) || 0;
  return undefined;
}

function popDivert(m4: M4): undefined {
  const before = m4.macros.get('__D__')?.pop()?.text?.[0]?.text;
  m4.diversion = before === undefined ? 0 : Number(before);
  return undefined;
}
