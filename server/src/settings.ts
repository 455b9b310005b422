/** The user's settings, asked of the client once and again whenever they change. */
import { DidChangeConfigurationNotification, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import type { InlayOptions } from './core/language';
import type { RuleSetting } from './core/problem';

/** `postmaster.*`, checked. */
export interface Settings {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** `postmaster.securityAudit`: whether the rules about security are among the problems. */
  readonly audit: boolean;
  /** `postmaster.makeLive`: whether a line above each file of the configuration tells how a change is made live. */
  readonly makeLive: boolean;
  /** `postmaster.transcript.elapsedTime` and `.userNames`. */
  readonly inlays: InlayOptions;
}

export interface SettingsSource {
  /** The settings that hold for a file. The same object until they change. */
  of(uri: string): Settings | Promise<Settings>;
  /** Forgets what it knows of a file that was closed. */
  forget(uri: string): void;
}

const defaults: Settings = { rules: {}, audit: true, makeLive: true, inlays: { elapsedTime: false, userNames: true } };
const ruleSettings: ReadonlySet<unknown> = new Set<RuleSetting>(['off', 'hint', 'info', 'warning', 'error']);

/**
 * Follows the client's settings: asks for them where it can be asked (`workspace/configuration`), else takes what it sends.
 * `changed` is called after each change; `whenReady` runs what must wait until the client is initialized. Registers its handlers on `connection`.
 */
export function followSettings(
  connection: Connection,
  capabilities: ClientCapabilities,
  initial: unknown,
  changed: () => void,
  whenReady: (then: () => void) => void,
): SettingsSource {
  const canAsk = capabilities.workspace?.configuration === true;
  const known = new Map<string, Settings | Promise<Settings>>();
  let sent = initial === undefined ? defaults : readSettings(initial);

  connection.onDidChangeConfiguration((change) => {
    known.clear();
    if (!canAsk) sent = readSettings(section(change.settings));
    changed();
  });
  if (canAsk && capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
    whenReady(
      () => void connection.client.register(DidChangeConfigurationNotification.type, { section: 'postmaster' }).catch(() => {}),
    );
  }

  return {
    of(uri) {
      if (!canAsk) return sent;
      const settings = known.get(uri);
      if (settings) return settings;
      const asked = connection.workspace.getConfiguration({ scopeUri: uri, section: 'postmaster' }).then(
        (value: unknown) => readSettings(value),
        () => defaults,
      );
      known.set(uri, asked);
      return asked;
    },
    forget: (uri) => void known.delete(uri),
  };
}

/** Takes whatever stands in the user's settings and keeps what makes sense. */
export function readSettings(value: unknown): Settings {
  const rules: Record<string, RuleSetting> = {};
  for (const [id, setting] of Object.entries(asObject(asObject(value).rules))) {
    if (ruleSettings.has(setting)) rules[id] = setting as RuleSetting;
  }
  const { elapsedTime, userNames } = asObject(asObject(value).transcript);
  return {
    rules,
    audit: asObject(value).securityAudit !== false,
    makeLive: asObject(value).makeLive !== false,
    inlays: { elapsedTime: elapsedTime === true, userNames: userNames !== false },
  };
}

function section(settings: unknown): unknown {
  return asObject(settings).postmaster;
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
